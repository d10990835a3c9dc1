package io.daybook.query.operations;

import io.daybook.api.Page;
import io.daybook.query.operations.Resets.Estimate;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.operation.Operation;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@ReadsFrom({})
@RequestMapping("/processors")
final class ProcessorController {

    private final ProcessorOverview overview;
    private final ProcessorControl control;
    private final Resets resets;
    private final Replays replays;

    ProcessorController(ProcessorOverview overview, ProcessorControl control, Resets resets, Replays replays) {
        this.overview = overview;
        this.control = control;
        this.resets = resets;
        this.replays = replays;
    }

    /** Which segment is meant; the widest, or the last one that can be merged, where nothing is said. */
    record Wanted(@Nullable Integer segment) {}

    /**
     * Where a processor is to begin again.
     *
     * @param to {@code "tail"} for the first event, {@code "head"} for the last, or an object with a position or an
     *     instant
     */
    record WantedReset(@Nullable JsonNode to, @Nullable Boolean dryRun) {}

    /**
     * Whose entities are to be derived again.
     *
     * @param eventType those that have an event of this type, by its name with or without the package
     */
    record WantedReplay(
            @Nullable String eventType, @Nullable Boolean dryRun) {}

    @GetMapping
    Page<ProcessorView> all() {
        return new Page<>(overview.all(), null);
    }

    @GetMapping("/{name}")
    ProcessorView one(@PathVariable String name) {
        return overview.one(name);
    }

    @PostMapping("/{name}/pause")
    ProcessorView pause(@PathVariable String name) {
        control.pause(name);
        return overview.one(name);
    }

    @PostMapping("/{name}/resume")
    ProcessorView resume(@PathVariable String name) {
        control.resume(name);
        return overview.one(name);
    }

    @PostMapping("/{name}/split")
    ProcessorView split(@PathVariable String name, @RequestBody(required = false) @Nullable Wanted wanted) {
        control.split(name, wanted == null ? null : wanted.segment());
        return overview.one(name);
    }

    @PostMapping("/{name}/merge")
    ProcessorView merge(@PathVariable String name, @RequestBody(required = false) @Nullable Wanted wanted) {
        control.merge(name, wanted == null ? null : wanted.segment());
        return overview.one(name);
    }

    @PostMapping("/{name}/reset")
    ResponseEntity<?> reset(@PathVariable String name, @RequestBody WantedReset wanted) {
        long until = resets.position(wanted.to());
        Estimate estimate = resets.estimate(name, until);
        if (Boolean.TRUE.equals(wanted.dryRun())) {
            return ResponseEntity.ok(estimate);
        }
        return accepted(resets.begin(name, until), estimate);
    }

    @PostMapping("/{name}/replays")
    ResponseEntity<?> replay(@PathVariable String name, @RequestBody WantedReplay wanted) {
        Class<?> type = replays.type(name, wanted.eventType());
        if (Boolean.TRUE.equals(wanted.dryRun())) {
            return ResponseEntity.ok(replays.count(name, type));
        }
        return accepted(replays.begin(name, type), Map.of("eventType", type.getName()));
    }

    private static ResponseEntity<?> accepted(Operation operation, Object body) {
        return ResponseEntity.accepted()
                .location(URI.create("/operations/" + operation.id()))
                .body(body);
    }
}
