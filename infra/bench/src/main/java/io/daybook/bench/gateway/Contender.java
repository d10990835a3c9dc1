package io.daybook.bench.gateway;

/** What stores one-event commands durably, for many clients at once; a call returns when its event is committed. */
public interface Contender extends AutoCloseable {

    /** Stores the first event of a new aggregate. */
    void create(int client, String sku);

    /** Stores a further event of an aggregate that {@link #create} made. */
    void update(int client, String sku, String name);

    @Override
    void close();
}
