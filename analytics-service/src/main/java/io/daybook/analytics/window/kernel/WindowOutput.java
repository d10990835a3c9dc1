package io.daybook.analytics.window.kernel;

/** Who is told what a kernel finds. */
public interface WindowOutput<V> {

    /** A window was closed, or what it came to has changed since. */
    void result(WindowResult result);

    /** The result under this key and id no longer stands: its window is open again, or part of another one. */
    void withdrawn(String key, long id);

    /** The event was late for a window at least; the corrected results follow or have been told. */
    void late(Observation<V> event);

    /** The event came too late for everything and changed nothing. */
    void dropped(Observation<V> event);
}
