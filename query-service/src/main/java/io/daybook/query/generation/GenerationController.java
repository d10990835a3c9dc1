package io.daybook.query.generation;

import io.daybook.api.InvalidValue;
import io.daybook.api.Page;
import io.daybook.query.platform.ProgressView;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationBuilder;
import io.daybook.query.platform.generation.Moments;
import io.daybook.query.platform.operation.Operation;
import io.daybook.query.platform.operation.Operations;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom({})
@RequestMapping("/generations")
final class GenerationController {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Rebuilds rebuilds;
    private final GenerationBuilder builder;
    private final Moments moments;
    private final Operations operations;

    GenerationController(Rebuilds rebuilds, GenerationBuilder builder, Moments moments, Operations operations) {
        this.rebuilds = rebuilds;
        this.builder = builder;
        this.moments = moments;
        this.operations = operations;
    }

    /** What is to be built; up to the present where nothing is said. */
    record Wanted(@Nullable String name, @Nullable Until until) {}

    /** A position or an instant. */
    record Until(@Nullable Long position, @Nullable Instant instant) {}

    @GetMapping
    Page<GenerationView> all() {
        return new Page<>(rebuilds.all().stream().map(this::view).toList(), null);
    }

    @GetMapping("/{name}")
    GenerationView one(@PathVariable String name) {
        return view(rebuilds.find(name));
    }

    @PostMapping
    ResponseEntity<GenerationView> build(@RequestBody(required = false) @Nullable Wanted wanted) {
        String name = wanted == null ? null : wanted.name();
        if (name != null && !NAME.matcher(name).matches()) {
            throw new InvalidValue(
                    "name", "must be a letter and up to 39 letters, digits and hyphens, all in lower case");
        }
        Until until = wanted == null ? null : wanted.until();
        Instant asOf = until == null ? null : until.instant();
        Long target = target(until);
        Map<String, String> parameters = target == null ? Map.of() : Map.of("until", target.toString());
        Operation operation = operations.started("generation.build", name == null ? "" : name, parameters);
        Generation begun = begin(name, target, asOf, operation);
        return ResponseEntity.accepted()
                .location(URI.create("/generations/" + begun.name()))
                .body(view(begun));
    }

    private Generation begin(
            @Nullable String name, @Nullable Long target, @Nullable Instant asOf, Operation operation) {
        try {
            return rebuilds.begin(name, target, asOf, operation);
        } catch (RuntimeException refusal) {
            operation.failed(String.valueOf(refusal.getMessage()));
            throw refusal;
        }
    }

    private @Nullable Long target(@Nullable Until until) {
        if (until == null) {
            return null;
        }
        if (until.position() != null) {
            return moments.read(until.position().toString(), "until.position").position();
        }
        if (until.instant() == null) {
            throw new InvalidValue("until", "needs a position or an instant");
        }
        return moments.read(until.instant().toString(), "until.instant").position();
    }

    @PostMapping("/{name}/switch")
    GenerationView makeLive(@PathVariable String name) {
        Generation next = rebuilds.find(name);
        return view(operations.recorded("generation.switch", name, Map.of(), () -> rebuilds.switchTo(next)));
    }

    @PostMapping("/rollback")
    GenerationView rollBack() {
        return view(operations.recorded("generation.rollback", "", Map.of(), rebuilds::rollBack));
    }

    @DeleteMapping("/{name}")
    ResponseEntity<Void> drop(@PathVariable String name) {
        Generation found = rebuilds.find(name);
        operations.recorded("generation.drop", name, Map.of(), () -> {
            rebuilds.drop(found);
            return found;
        });
        return ResponseEntity.noContent().build();
    }

    private GenerationView view(Generation generation) {
        boolean isLive = is(rebuilds.live(), generation);
        boolean isPrevious = is(rebuilds.previous(), generation);
        return new GenerationView(
                generation.name(),
                generation.state(),
                isLive,
                isPrevious,
                // processors have followed the log since it was built
                isLive || isPrevious ? builder.position(generation) : generation.position(),
                generation.target(),
                generation.asOf(),
                generation.createdAt(),
                generation.builtAt(),
                generation.verifiedAt(),
                generation.verification(),
                generation.problem(),
                ProgressView.of(rebuilds.progress(generation)));
    }

    private static boolean is(Optional<Generation> one, Generation generation) {
        return one.filter(other -> other.id() == generation.id()).isPresent();
    }
}
