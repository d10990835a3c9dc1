package io.daybook.query.platform.freshness;

import org.axonframework.eventhandling.Segment;

/** A segment of a processor: with its mask, so that the halves of a split one are not taken for the whole. */
record SegmentKey(String processor, int id, int mask) {

    static SegmentKey of(String processor, Segment segment) {
        return new SegmentKey(processor, segment.getSegmentId(), segment.getMask());
    }

    /** Whether there are entities that both concern. */
    boolean overlaps(SegmentKey other) {
        return processor.equals(other.processor) && ((id ^ other.id) & mask & other.mask) == 0;
    }
}
