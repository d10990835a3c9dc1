package io.daybook.query.platform;

/** The stored form of a view, and the position of the last event that it shows. */
public interface Row<V> {

    V view();

    long position();

    /** Makes the row show a later view. */
    void show(V view, long position);
}
