package io.daybook.query.platform;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.freshness.LogFollower;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /positions}: how far each projection, and what else follows the log, has come in it. */
@RestController
@ReadsFrom({})
final class PositionsController {

    private final PostgresEventStorageEngine engine;
    private final Processors processors;
    private final List<LogFollower> followers;

    PositionsController(PostgresEventStorageEngine engine, Processors processors, List<LogFollower> followers) {
        this.engine = engine;
        this.processors = processors;
        this.followers = followers;
    }

    @GetMapping("/positions")
    Positions positions() {
        // the head last: a lag may be overstated, never understated
        List<Processors.Progress> progress = Stream.concat(
                        processors.progress().stream(), followers.stream().map(PositionsController::progress))
                .toList();
        long head = engine.head();
        return new Positions(
                head,
                progress.stream()
                        .map(each -> new Lag(
                                each.name(), each.position(), Math.max(0, head - each.position()), each.running()))
                        .toList());
    }

    private static Processors.Progress progress(LogFollower follower) {
        return new Processors.Progress(follower.name(), follower.position(), follower.isRunning(), false);
    }

    /** The last position of the store and the lag of each processor. */
    record Positions(long head, List<Lag> processors) {}

    /** How far a processor has come, and how many events it has yet to see. */
    record Lag(String name, long position, long lag, boolean running) {}
}
