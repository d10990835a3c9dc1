package io.daybook.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The events after a token, page by page, and then those that are appended while one waits. Events of a type that is
 * not wanted are left out, all but the last of a page: it carries the reader's token over those before it. For one
 * thread.
 */
final class EventStream implements BlockingStream<TrackedEventMessage<?>> {

    private final PostgresEventStorageEngine engine;
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private final Set<Class<?>> unwanted = new HashSet<>();
    /** The last position read; some of the page may still wait to be taken. */
    private long position;

    private @Nullable Runnable callback;

    EventStream(PostgresEventStorageEngine engine, @Nullable TrackingToken token) {
        this.engine = engine;
        this.position = PostgresEventStorageEngine.position(token);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(page.getFirst()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (page.isEmpty()) {
            if (!engine.signal().awaitBeyond(position, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                    || !readPage()) {
                return false;
            }
        }
        return true;
    }

    private boolean readPage() throws InterruptedException {
        Page read = engine.page(position);
        page.addAll(read.messages());
        leaveOutUnwanted();
        position = read.until(); // not the last message's: the upcasters may have dropped what followed it
        return !read.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.SECONDS)) {
            // woken without news
        }
        return page.removeFirst();
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
        if (unwanted.add(message.getPayloadType())) {
            leaveOutUnwanted();
        }
    }

    private void leaveOutUnwanted() {
        TrackedEventMessage<?> last = page.pollLast();
        if (last != null) {
            page.removeIf(message -> unwanted.contains(message.getPayloadType()));
            page.addLast(last);
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        deregister();
        callback = onAvailable;
        engine.signal().register(onAvailable);
        return true;
    }

    @Override
    public void close() {
        deregister();
        page.clear();
    }

    private void deregister() {
        if (callback != null) {
            engine.signal().deregister(callback);
            callback = null;
        }
    }
}
