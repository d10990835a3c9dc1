package io.daybook.bench.streams;

/**
 * How long a run takes.
 *
 * @param events of the store, at least
 * @param activities of visitors
 * @param rounds in how many rounds everyone has a turn
 */
public record StreamsSettings(long events, long activities, int rounds) {

    public static StreamsSettings quickly() {
        return new StreamsSettings(600_000, 600_000, 1);
    }

    public static StreamsSettings fully() {
        return new StreamsSettings(2_000_000, 2_000_000, 3);
    }
}
