package io.daybook.analytics.demand;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** How the records of a topic come into a {@link DemandBook}. */
interface DemandFeed {

    /** Books what the record at an offset brings, once however often it is called. */
    void book(DemandBook book, Headers headers, byte @Nullable [] value, long offset);

    /** The position in the store that a place in the book stands for; 0 where there is none. */
    long position(long place);

    /** The position that a record has in its headers, for whoever has to look at one that could not be read. */
    @Nullable Long positionIn(Headers headers);
}
