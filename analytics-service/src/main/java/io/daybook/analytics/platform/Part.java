package io.daybook.analytics.platform;

import java.util.Set;

/** One instance's share of an answer: what the partitions that are open there have to say. */
public interface Part {

    /** The partitions that were read for it. */
    Set<Integer> partitions();
}
