package io.daybook.analytics.monitoring.kernel;

/**
 * A pattern over the events of one key, in event time. Times are in milliseconds; what happens exactly {@code within}
 * after the first is still within.
 */
public sealed interface SequenceRule {

    long within();

    /** A first event that no second follows in time: an order placed, and nothing for ten minutes. */
    record NotFollowed(String first, String second, long within) implements SequenceRule {

        public NotFollowed {
            check(within);
        }
    }

    /** A first event that a second follows in time: a payment refused, and another attempt at once. */
    record Followed(String first, String second, long within) implements SequenceRule {

        public Followed {
            check(within);
        }
    }

    /** So many events of a type in so short a time: three price moves in an hour. */
    record Repeated(String type, int times, long within) implements SequenceRule {

        public Repeated {
            check(within);
            if (times < 2) {
                throw new IllegalArgumentException("A rule that counts needs at least two events, not " + times);
            }
        }
    }

    private static void check(long within) {
        if (within <= 0) {
            throw new IllegalArgumentException("A rule needs a time above 0 ms, not " + within);
        }
    }
}
