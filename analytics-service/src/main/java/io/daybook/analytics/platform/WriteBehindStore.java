package io.daybook.analytics.platform;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * A store whose content is an object in memory, written to the changelog once before each commit and read from there
 * when a task opens. So a figure that a thousand events change between two commits costs one record. Under exactly-once
 * the changelog and the offsets are one transaction, and a task that dies leaves neither.
 *
 * <p>{@link CachedStateStore} is not of the public API, which has no call before a commit: it is how Kafka Streams' own
 * record cache hears of it. This class alone knows of that.
 */
public final class WriteBehindStore<M extends WrittenBehind> implements StateStore, CachedStateStore<byte[], byte[]> {

    /** Little is left to compact, so opening a task reads little more than what is live. */
    private static final Map<String, String> CHANGELOG =
            Map.of("segment.bytes", Integer.toString(16 << 20), "min.cleanable.dirty.ratio", "0.2");

    private final Supplier<M> empty;
    private final KeyValueStore<byte[], byte[]> changelog;
    private M content;

    private WriteBehindStore(String name, Supplier<M> empty) {
        this.empty = empty;
        this.content = empty.get();
        this.changelog = changelog(name, (key, value) -> content.restore(key, value));
    }

    /** Builds such a store under a name, around a new object each time it is opened. */
    public static <M extends WrittenBehind> StoreBuilder<WriteBehindStore<M>> builder(String name, Supplier<M> empty) {
        return new Builder<>(name, empty);
    }

    public M content() {
        return content;
    }

    @Override
    public String name() {
        return changelog.name();
    }

    /** A task that lost what it had not committed is opened again with the same store: nothing of that may be left. */
    @Override
    public void init(StateStoreContext context, StateStore root) {
        content = empty.get();
        changelog.init(context, root);
    }

    @Override
    public void flushCache() {
        content.drain(changelog::put);
    }

    @Override
    public void clearCache() {
        // A task that is thrown away is not written.
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void flush() {
        // Everything was written before the commit.
    }

    @Override
    public void close() {
        changelog.close();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return changelog.isOpen();
    }

    private static KeyValueStore<byte[], byte[]> changelog(String name, StateRestoreCallback content) {
        KeyValueBytesStoreSupplier supplier = new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new ChangelogOnly(name, content);
            }

            @Override
            public String metricsScope() {
                return "write-behind";
            }
        };
        return Stores.keyValueStoreBuilder(supplier, Serdes.ByteArray(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .build();
    }

    private static final class Builder<M extends WrittenBehind> implements StoreBuilder<WriteBehindStore<M>> {

        private final String name;
        private final Supplier<M> empty;

        private Builder(String name, Supplier<M> empty) {
            this.name = name;
            this.empty = empty;
        }

        @Override
        public WriteBehindStore<M> build() {
            return new WriteBehindStore<>(name, empty);
        }

        @Override
        public Map<String, String> logConfig() {
            return CHANGELOG;
        }

        @Override
        public boolean loggingEnabled() {
            return true;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public StoreBuilder<WriteBehindStore<M>> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<WriteBehindStore<M>> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<WriteBehindStore<M>> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("The changelog is all there is, and is set up as it is");
        }

        @Override
        public StoreBuilder<WriteBehindStore<M>> withLoggingDisabled() {
            throw new UnsupportedOperationException("The changelog is all there is");
        }
    }
}
