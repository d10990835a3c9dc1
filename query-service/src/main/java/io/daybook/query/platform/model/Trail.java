package io.daybook.query.platform.model;

/**
 * Which events a view was folded from: enough to tell that one was skipped or counted twice, and, where it is only one,
 * which.
 *
 * @param position of the last one, 0 where there is none
 * @param version its sequence number in its aggregate
 * @param events how many there were
 * @param positions the sum of their positions
 */
public record Trail(long position, long version, long events, long positions) {

    public static final Trail NONE = new Trail(0, -1, 0, 0);

    /** With one event more. */
    public Trail and(Recorded<?> recorded) {
        return new Trail(recorded.position(), recorded.sequence(), events + 1, positions + recorded.position());
    }
}
