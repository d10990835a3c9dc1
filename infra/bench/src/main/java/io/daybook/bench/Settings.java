package io.daybook.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long a run takes its time.
 *
 * @param clients the numbers of clients at a time, the one with the goals first
 * @param rounds in how many rounds everyone has a turn
 * @param warmUp for how long everyone runs before the first round
 * @param settling the start of a turn that is not counted
 * @param measured the rest of a turn
 */
public record Settings(
        boolean quick, List<Integer> clients, int rounds, Duration warmUp, Duration settling, Duration measured) {

    /** About a minute. */
    public static Settings quickly() {
        return new Settings(true, List.of(64), 9, Duration.ofMillis(1500), Duration.ofMillis(50), Duration.ofMillis(300));
    }

    /** About a quarter of an hour. */
    public static Settings fully() {
        return new Settings(
                false, List.of(64, 8, 1), 9, Duration.ofSeconds(4), Duration.ofMillis(150), Duration.ofMillis(850));
    }
}
