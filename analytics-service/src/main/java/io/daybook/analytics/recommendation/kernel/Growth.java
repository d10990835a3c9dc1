package io.daybook.analytics.recommendation.kernel;

import java.util.Arrays;

/** Arrays that grow by doubling: what is written beyond the length is seen by whoever reads the array after that. */
final class Growth {

    private Growth() {}

    static <T> T[] withRoomFor(int index, T[] array) {
        return index < array.length ? array : Arrays.copyOf(array, Math.max(index + 1, 2 * array.length));
    }
}
