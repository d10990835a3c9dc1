package io.daybook.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a run takes.
 *
 * @param clients the numbers of clients at a time, the one with the goals first
 * @param rounds in how many rounds everyone has a turn
 * @param warmUp for how long everyone runs before the first round
 * @param settling the start of a turn that is not counted
 * @param measured the rest of a turn
 * @param httpRounds in how many rounds the knee is looked for
 * @param httpLatencyRounds in how many rounds the latencies are measured
 * @param httpWarmUp for how long the service is warmed up
 * @param httpStep for how long a rate is tried
 * @param httpHold for how long a rate is held to measure its latencies
 */
public record Settings(
        boolean quick,
        List<Integer> clients,
        int rounds,
        Duration warmUp,
        Duration settling,
        Duration measured,
        int httpRounds,
        int httpLatencyRounds,
        Duration httpWarmUp,
        Duration httpStep,
        Duration httpHold) {

    /** The sizes of stores whose costs are compared, by the names they have in keys; the smallest first. */
    public Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("10k", 10_000L);
        sizes.put("1m", 1_000_000L);
        if (!quick) {
            sizes.put("10m", 10_000_000L);
        }
        return sizes;
    }

    /** About three minutes. */
    public static Settings quickly() {
        return new Settings(
                true,
                List.of(64),
                9,
                Duration.ofMillis(2500),
                Duration.ofMillis(50),
                Duration.ofMillis(300),
                3,
                1,
                Duration.ofSeconds(20),
                Duration.ofMillis(800),
                Duration.ofSeconds(2));
    }

    /** About a quarter of an hour. */
    public static Settings fully() {
        return new Settings(
                false,
                List.of(64, 8, 1),
                9,
                Duration.ofSeconds(4),
                Duration.ofMillis(150),
                Duration.ofMillis(850),
                9,
                3,
                Duration.ofSeconds(60),
                Duration.ofMillis(1500),
                Duration.ofSeconds(8));
    }
}
