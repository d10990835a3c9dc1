package io.daybook.analytics.window;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that is written behind: what runs keeps its state in memory and, right before each commit, puts what has changed
 * since the last one, so that an entry that changed a thousand times is encoded and logged once. State, results and offsets
 * are then in one transaction, as if each change had been put at once.
 *
 * <p>Kafka Streams flushes caches before it commits, and knows a cache by an interface of its own; to be one is the only way
 * to be asked in time ({@code StateStore.flush} comes after the commit).
 */
final class WindowState implements StateStore, CachedStateStore<byte[], byte[]> {

    private final KeyValueStore<Bytes, byte[]> kept;
    private @Nullable Runnable beforeCommit;

    private WindowState(KeyValueStore<Bytes, byte[]> kept) {
        this.kept = kept;
    }

    static StoreBuilder<WindowState> named(String name) {
        return new Builder(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray()));
    }

    /** Says what is to be done before each commit: to put what has changed. */
    void beforeCommit(Runnable action) {
        beforeCommit = action;
    }

    void put(byte[] key, byte @Nullable [] value) {
        if (value == null) {
            kept.delete(Bytes.wrap(key));
            return;
        }
        kept.put(Bytes.wrap(key), value);
    }

    KeyValueIterator<Bytes, byte[]> all() {
        return kept.all();
    }

    @Override
    public void flushCache() {
        Runnable action = beforeCommit;
        if (action != null) {
            action.run();
        }
    }

    @Override
    public void clearCache() {
        beforeCommit = null;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return kept.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        kept.init(context, root);
    }

    @Override
    public void flush() {
        kept.flush();
    }

    @Override
    public void close() {
        kept.close();
    }

    @Override
    public boolean persistent() {
        return kept.persistent();
    }

    @Override
    public boolean isOpen() {
        return kept.isOpen();
    }

    private record Builder(StoreBuilder<KeyValueStore<Bytes, byte[]>> kept) implements StoreBuilder<WindowState> {

        @Override
        public WindowState build() {
            return new WindowState(Objects.requireNonNull(kept.build()));
        }

        @Override
        public StoreBuilder<WindowState> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<WindowState> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<WindowState> withLoggingEnabled(Map<String, String> settings) {
            return new Builder(kept.withLoggingEnabled(settings));
        }

        @Override
        public StoreBuilder<WindowState> withLoggingDisabled() {
            return new Builder(kept.withLoggingDisabled());
        }

        @Override
        public Map<String, String> logConfig() {
            return kept.logConfig();
        }

        @Override
        public boolean loggingEnabled() {
            return kept.loggingEnabled();
        }

        @Override
        public String name() {
            return kept.name();
        }
    }
}
