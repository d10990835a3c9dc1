package io.daybook.command.alert;

import io.daybook.api.alert.command.AcknowledgeAlert;
import io.daybook.api.alert.command.RaiseAlert;
import io.daybook.api.alert.command.ResolveAlert;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.watch.Severity;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Alerts by REST. Who acknowledges or resolves is who sends it. */
@RestController
@RequestMapping("/alerts")
final class AlertController {

    private final Replies replies;
    private final Defaults defaults;

    AlertController(Replies replies, Defaults defaults) {
        this.replies = replies;
        this.defaults = defaults;
    }

    @PostMapping
    ResponseEntity<Reply> raise(@Valid @RequestBody Finding body) {
        RaiseAlert command =
                new RaiseAlert(body.alertId(), body.watch(), body.watchVersion(), body.severity(), body.evidence());
        return replies.created(
                command,
                command.alertId(),
                UriComponentsBuilder.fromPath("/alerts/{id}").build(command.alertId()));
    }

    @PostMapping("/{alertId}/acknowledgement")
    ResponseEntity<Reply> acknowledge(@PathVariable String alertId, @Valid @RequestBody Acknowledgement body) {
        String actor = Cause.request().actor();
        return replies.changed(new AcknowledgeAlert(alertId, actor, body.note(), defaults.time(null)), alertId);
    }

    @PostMapping("/{alertId}/resolution")
    ResponseEntity<Reply> resolve(@PathVariable String alertId, @Valid @RequestBody Resolution body) {
        String actor = Cause.request().actor();
        return replies.changed(new ResolveAlert(alertId, actor, body.note(), defaults.time(null)), alertId);
    }

    record Finding(
            @Fit(Kind.IDENTIFIER) String alertId,
            @Fit(Kind.IDENTIFIER) String watch,
            @Fit(Kind.QUANTITY) long watchVersion,
            @Fit(Kind.ANYTHING) Severity severity,
            @Fit(Kind.ANYTHING) AlertEvidence evidence) {}

    record Acknowledgement(
            @Fit(value = Kind.TEXT, optional = true) @Nullable String note) {}

    record Resolution(@Fit(Kind.TEXT) String note) {}
}
