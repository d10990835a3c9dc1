package io.daybook.query.event;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The index behind {@code /events}, for those who operate it. */
@RestController
@ReadsFrom({})
@RequestMapping("/events/index")
final class EventIndexController {

    private final PostgresEventStorageEngine engine;
    private final EventIndexer indexer;
    private final EventIndexRebuild rebuild;

    EventIndexController(PostgresEventStorageEngine engine, EventIndexer indexer, EventIndexRebuild rebuild) {
        this.engine = engine;
        this.indexer = indexer;
        this.rebuild = rebuild;
    }

    /**
     * How far the index is.
     *
     * @param lag how many events it has yet to take in
     * @param eventsPerSecond how fast it grew in the last ten seconds
     */
    record IndexView(long position, long head, long lag, long eventsPerSecond) {}

    @GetMapping
    IndexView index() {
        long position = indexer.position();
        long head = Math.max(engine.head(), position);
        return new IndexView(position, head, head - position, indexer.perSecond());
    }

    /** Forgets it and fills it again; until then what is found goes only as far as {@code Event-Position} says. */
    @PostMapping("/rebuild")
    ResponseEntity<IndexView> rebuild() {
        String operation = rebuild.begin();
        return ResponseEntity.accepted()
                .location(URI.create("/operations/" + operation))
                .body(index());
    }
}
