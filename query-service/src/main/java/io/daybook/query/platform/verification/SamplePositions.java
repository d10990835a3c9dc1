package io.daybook.query.platform.verification;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/** Positions of the log picked at random. */
final class SamplePositions {

    private SamplePositions() {}

    static long[] of(long last, int size) {
        return last == 0
                ? new long[0]
                : LongStream.generate(() -> ThreadLocalRandom.current().nextLong(1, last + 1))
                        .limit(size)
                        .toArray();
    }
}
