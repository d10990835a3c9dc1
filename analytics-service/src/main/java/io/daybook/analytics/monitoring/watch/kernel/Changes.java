package io.daybook.analytics.monitoring.watch.kernel;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map that knows which of its keys have changed since that was last asked for. */
final class Changes<K extends Comparable<K>, V> {

    private final TreeMap<K, V> content = new TreeMap<>();
    private final TreeSet<K> changed = new TreeSet<>();

    Map<K, V> content() {
        return content;
    }

    V getOrDefault(K key, V otherwise) {
        return content.getOrDefault(key, otherwise);
    }

    void put(K key, V value) {
        content.put(key, value);
        changed.add(key);
    }

    void remove(K key) {
        if (content.remove(key) != null) {
            changed.add(key);
        }
    }

    /** Puts back what was kept; that is no change. */
    void restore(K key, @Nullable V value) {
        if (value == null) {
            content.remove(key);
            return;
        }
        content.put(key, value);
    }

    /** Hands over each key that has changed with its value, or null where it is gone, in order of key. */
    void drain(BiConsumer<K, @Nullable V> to) {
        changed.forEach(key -> to.accept(key, content.get(key)));
        changed.clear();
    }
}
