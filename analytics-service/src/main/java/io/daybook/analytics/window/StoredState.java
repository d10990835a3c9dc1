package io.daybook.analytics.window;

import io.daybook.analytics.platform.WriteBehindStore;
import io.daybook.analytics.platform.WrittenBehind;
import io.daybook.analytics.window.kernel.StateLog;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a task: kept back until the task takes it up, which is then asked for its changes before each
 * commit.
 */
final class StoredState implements WrittenBehind {

    private Map<Bytes, byte[]> stored = new HashMap<>();
    private Consumer<StateLog> changes = _ -> {};

    static StoreBuilder<WriteBehindStore<StoredState>> named(String name) {
        return WriteBehindStore.builder(name, StoredState::new);
    }

    static StoredState of(ProcessorContext<?, ?> context, String name) {
        WriteBehindStore<StoredState> store = context.getStateStore(name);
        return store.content();
    }

    /** Hands over all that is stored, each entry once, and asks {@code writer} for changes from now on. */
    void takeUp(BiConsumer<byte[], byte[]> task, Consumer<StateLog> writer) {
        stored.forEach((key, value) -> task.accept(key.get(), value));
        stored = Map.of();
        changes = writer;
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        if (value == null) {
            stored.remove(Bytes.wrap(key));
            return;
        }
        stored.put(Bytes.wrap(key), value);
    }

    @Override
    public void drain(BiConsumer<byte[], byte @Nullable []> writer) {
        changes.accept(writer::accept);
    }
}
