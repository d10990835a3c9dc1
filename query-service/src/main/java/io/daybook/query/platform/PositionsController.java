package io.daybook.query.platform;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /positions}: how far each projection has come in the log. */
@RestController
@ReadsFrom({})
final class PositionsController {

    private final PostgresEventStorageEngine engine;
    private final Processors processors;

    PositionsController(PostgresEventStorageEngine engine, Processors processors) {
        this.engine = engine;
        this.processors = processors;
    }

    @GetMapping("/positions")
    Positions positions() {
        // the head last: a lag may be overstated, never understated
        List<Processors.Progress> progress = processors.progress();
        long head = engine.head();
        return new Positions(
                head,
                progress.stream()
                        .map(processor -> new Lag(
                                processor.name(),
                                processor.position(),
                                Math.max(0, head - processor.position()),
                                processor.running()))
                        .toList());
    }

    /** The last position of the store and the lag of each processor. */
    record Positions(long head, List<Lag> processors) {}

    /** How far a processor has come, and how many events it has yet to see. */
    record Lag(String name, long position, long lag, boolean running) {}
}
