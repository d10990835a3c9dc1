package io.daybook.query.platform.freshness;

import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * When this instance heard of which head of the log, for the last few thousand of them: so it can say how old what it
 * shows is.
 */
@Component
final class HeardHeads {

    private static final int MOST = 8_192;
    private static final long NANOS_IN_A_MILLISECOND = 1_000_000;

    private final PostgresEventStorageEngine engine;
    private final Clock clock;
    private final TreeMap<Long, Long> heard = new TreeMap<>();
    private Recording last = new Recording(0, Instant.EPOCH);

    /** When an event was recorded. */
    private record Recording(long position, Instant at) {}

    HeardHeads(PostgresEventStorageEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
        engine.onHead(this::hear);
    }

    private void hear() {
        heard(engine.knownHead(), System.nanoTime());
    }

    private synchronized void heard(long head, long when) {
        heard.putIfAbsent(head, when);
        if (heard.size() > MOST) {
            heard.pollFirstEntry();
        }
    }

    /** For how long there has been something after a position; 0 where there is nothing. */
    long staleness(long position) {
        if (position >= engine.knownHead()) {
            return 0;
        }
        OptionalLong when = whenHeardBeyond(position);
        long millis = when.isPresent()
                ? (System.nanoTime() - when.getAsLong()) / NANOS_IN_A_MILLISECOND
                : Duration.between(recordedAfter(position), clock.instant()).toMillis();
        return Math.max(1, millis);
    }

    /** Only where a head before it has been heard of too: else it may have been there for long. */
    private synchronized OptionalLong whenHeardBeyond(long position) {
        Map.Entry<Long, Long> beyond = heard.higherEntry(position);
        return beyond == null || heard.floorKey(position) == null
                ? OptionalLong.empty()
                : OptionalLong.of(beyond.getValue());
    }

    private Instant recordedAfter(long position) {
        Recording known;
        synchronized (this) {
            known = last;
        }
        if (known.position() == position + 1) {
            return known.at();
        }
        Instant at = engine.log().after(position, 1).stream()
                .map(EventRow::recordedAt)
                .findFirst()
                .orElseGet(clock::instant);
        synchronized (this) {
            last = new Recording(position + 1, at);
        }
        return at;
    }
}
