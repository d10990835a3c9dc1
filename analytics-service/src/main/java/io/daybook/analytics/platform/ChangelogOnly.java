package io.daybook.analytics.platform;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The inmost part of a {@link WriteBehindStore}: what is put has been in the content before, what is restored goes
 * there.
 */
final class ChangelogOnly implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private final StateRestoreCallback content;
    private volatile boolean open;

    ChangelogOnly(String name, StateRestoreCallback content) {
        this.name = name;
        this.content = content;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, content);
        open = true;
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        // It came from the content.
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        // They came from the content.
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw unread();
    }

    @Override
    public byte[] delete(Bytes key) {
        throw unread();
    }

    @Override
    public byte[] get(Bytes key) {
        throw unread();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw unread();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw unread();
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    @Override
    public void flush() {
        // Nothing is kept here.
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    private static UnsupportedOperationException unread() {
        return new UnsupportedOperationException("The content is read, not the store");
    }
}
