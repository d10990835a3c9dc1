package io.daybook.command.watch;

import io.daybook.api.watch.Direction;
import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.SequenceForm;
import io.daybook.api.watch.Severity;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.WatchKind;
import io.daybook.api.watch.WatchedSequence;
import io.daybook.api.watch.command.DefineWatch;
import io.daybook.api.watch.command.RetireWatch;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Watches by REST. */
@RestController
@RequestMapping("/watches/{name}")
final class WatchController {

    private final Replies replies;
    private final Defaults defaults;

    WatchController(Replies replies, Defaults defaults) {
        this.replies = replies;
        this.defaults = defaults;
    }

    @PutMapping
    ResponseEntity<Reply> define(@PathVariable String name, @Valid @RequestBody Definition body) {
        return replies.replaced(new DefineWatch(name, body.definition(), defaults.time(null)), name);
    }

    @PostMapping("/retirement")
    ResponseEntity<Reply> retire(@PathVariable String name, @Valid @RequestBody Retirement body) {
        return replies.changed(new RetireWatch(name, body.reason(), defaults.time(null)), name);
    }

    record Definition(
            @Fit(Kind.ANYTHING) WatchKind kind,
            @Nullable Measure measure,
            @Nullable String currency,
            @Nullable Grouping groupBy,
            @Nullable Duration every,
            @Nullable Direction direction,
            @Nullable BigDecimal threshold,
            @Nullable BigDecimal tolerance,
            @Nullable Duration quiet,
            @Valid @Nullable Sequence sequence,
            @Fit(Kind.ANYTHING) Severity severity) {

        WatchDefinition definition() {
            return WatchDefinition.of(
                    kind,
                    measure,
                    currency,
                    groupBy,
                    every,
                    direction,
                    threshold,
                    tolerance,
                    quiet,
                    sequence == null ? null : sequence.watched(),
                    severity);
        }
    }

    record Sequence(
            @Fit(Kind.ANYTHING) SequenceForm form,
            @Fit(Kind.LINES) List<String> first,
            @Nullable List<String> second,
            @Nullable Integer times,
            @Fit(Kind.ANYTHING) Duration within) {

        WatchedSequence watched() {
            return new WatchedSequence(form, first, second == null ? List.of() : second, times, within);
        }
    }

    record Retirement(@Fit(Kind.TEXT) String reason) {}
}
