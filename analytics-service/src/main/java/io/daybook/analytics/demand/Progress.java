package io.daybook.analytics.demand;

import java.time.Instant;

/**
 * How far a book has come.
 *
 * @param place the position of the last event or the offset of the last activity
 * @param newest the newest business time booked: the partition's stream time
 * @param coarseOnly how many bookings were too old to be kept by the minute
 * @param repeated how many activities were repetitions
 * @param unreadable how many activities could not be read
 */
record Progress(long place, Instant newest, long coarseOnly, long repeated, long unreadable) {

    static final Progress NONE = new Progress(-1, Instant.MIN, 0, 0, 0);
}
