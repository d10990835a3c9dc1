package io.daybook.eventstore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The last pages of the log in memory, so that of the many streams of an instance that follow it only the first reads a
 * page from the database, upcasts it, and by its processor deserialises it; the others are handed the same messages.
 * What is stored never changes, so a page that was read is right for ever, and one that is missing costs a read.
 *
 * <p>A stream at the end of the pages reads on under a lock: others that come for the same page wait for it instead of
 * reading it too, but not for long, in case that read hangs. A stream that is farther from the head of the log than the
 * tail is long, or has fallen behind its pages, reads for itself and leaves no trace here.
 *
 * <p>The messages are shared between threads, as Axon's own {@code EmbeddedEventStore} shares those it caches. Their
 * fields are final, and they are published through a concurrent map; identity, token and metadata are fixed when they
 * are made. Payload and metadata sit in a {@code LazyDeserializingObject} each, which keeps its object in a volatile
 * field: two threads that ask at once may each deserialise the same bytes, and the later object stays. An upcaster's
 * function works on a copy made of the stored bytes each time it is asked, so it has to be a pure function, as ever.
 * The time stamp's supplier keeps it in an {@code AtomicReference}. Handlers do not change a payload: those of one
 * processor have always shared it.
 */
final class Tail {

    private final long maxEvents;
    private final long maxBytes;
    private final Duration patience;
    private final LongSupplier head;
    private final LongFunction<Page> log;

    /** By the position that each is after; written under the lock only. */
    private final ConcurrentSkipListMap<Long, Page> pages = new ConcurrentSkipListMap<>();

    private final ReentrantLock reading = new ReentrantLock();
    /** The last position of the newest page. */
    private volatile long end;

    private long events;
    private long bytes;

    /**
     * A tail without pages.
     *
     * @param maxEvents how many events it holds at most; 0 for none, so that every stream reads for itself
     * @param maxBytes how many bytes these hold at most, roughly, as they are stored
     * @param patience how long a stream waits for another one that reads
     * @param head the last position known
     * @param log reads the page after a position
     */
    Tail(long maxEvents, long maxBytes, Duration patience, LongSupplier head, LongFunction<Page> log) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
        this.patience = patience;
        this.head = head;
        this.log = log;
    }

    /** The page after a position, be it from memory or the database. */
    Page after(long position) throws InterruptedException {
        // before the look-up: a page that came since would else be taken for one that is gone
        long last = end;
        Page kept = find(position);
        if (kept != null) {
            return kept;
        }
        if (position < last || head.getAsLong() - position > maxEvents) {
            return log.apply(position);
        }
        if (!reading.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return log.apply(position);
        }
        try {
            Page meanwhile = find(position);
            return meanwhile == null ? read(position) : meanwhile;
        } finally {
            reading.unlock();
        }
    }

    /** How many wait for another one's read, about. */
    int waiting() {
        return reading.getQueueLength();
    }

    private @Nullable Page find(long position) {
        Map.Entry<Long, Page> nearest = pages.floorEntry(position);
        if (nearest == null || nearest.getValue().until() <= position) {
            return null;
        }
        return nearest.getValue().from(position);
    }

    private Page read(long position) {
        Page page = log.apply(position);
        if (page.isEmpty() || position < end || page.events() > maxEvents || page.bytes() > maxBytes) {
            return page;
        }
        pages.put(position, page);
        end = page.until();
        events += page.events();
        bytes += page.bytes();
        while (events > maxEvents || bytes > maxBytes) {
            Page oldest = pages.pollFirstEntry().getValue();
            events -= oldest.events();
            bytes -= oldest.bytes();
        }
        return page;
    }
}
