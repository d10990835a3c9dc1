package io.daybook.analytics.window.kernel;

import java.util.LinkedHashSet;
import java.util.Set;

/** Which entries of a state have changed since they were last written; each is written once, as it is by then. */
final class ChangedState<E extends ChangedState.Key> {

    private final Set<E> changed = new LinkedHashSet<>();

    /** Where an entry is kept. */
    interface Key {
        void writeTo(StateOutput out);
    }

    /** The entry of a key at a time, of which a kernel may have several kinds. */
    record Cell(byte kind, long time, String key) implements Key {

        static Cell read(byte[] bytes) {
            StateInput in = new StateInput(bytes);
            return new Cell(in.oneByte(), in.time(), in.text());
        }

        @Override
        public void writeTo(StateOutput out) {
            out.putByte(kind).putTime(time).putText(key);
        }
    }

    /** Says what an entry is now. */
    @FunctionalInterface
    interface Content<E> {

        /** Writes the entry, or returns false where it is gone. */
        boolean write(E key, StateOutput out);
    }

    void add(E entry) {
        changed.add(entry);
    }

    void write(StateLog log, Content<E> content) {
        for (E entry : changed) {
            StateOutput key = new StateOutput();
            entry.writeTo(key);
            StateOutput value = new StateOutput();
            boolean there = content.write(entry, value);
            log.put(key.toBytes(), there ? value.toBytes() : null);
        }
        changed.clear();
    }
}
