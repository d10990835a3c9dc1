package io.daybook.e2e.faults;

import io.daybook.e2e.faults.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which faults follow one another: round after round, each with every kind in an order of its own, as a seed has it.
 */
final class FaultPlan {

    /** Lost answers cost nothing and are the most delicate: each round has more of them. */
    private static final int LOST_ANSWERS = 4;
    /** Longer than the claims of segments (10 s), and than an append waits for its answer (5 s). */
    private static final Duration INSTANCE_PAUSE = Duration.ofSeconds(12);

    private static final Duration POSTGRES_PAUSE = Duration.ofSeconds(7);
    /** Longer than an append is tried again (15 s), so that callers are told of failures; not in the first round. */
    private static final Duration LONG_POSTGRES_PAUSE = Duration.ofSeconds(17);

    private final Random random;
    private int rounds;

    FaultPlan(long seed) {
        this.random = new Random(seed);
    }

    List<Fault> nextRound() {
        List<Kind> kinds = new ArrayList<>(Arrays.asList(Kind.values()));
        for (int count = 1; count < LOST_ANSWERS; count++) {
            kinds.addAll(List.of(Kind.CUT_AFTER_COMMIT, Kind.SWALLOW_REPLY));
        }
        Collections.shuffle(kinds, random);
        boolean first = rounds++ == 0;
        return kinds.stream().map(kind -> fault(kind, first)).toList();
    }

    private Fault fault(Kind kind, boolean first) {
        boolean longPause = random.nextBoolean() && !first;
        Duration lasting = switch (kind) {
            case PAUSE_INSTANCE -> INSTANCE_PAUSE;
            case PAUSE_POSTGRES -> longPause ? LONG_POSTGRES_PAUSE : POSTGRES_PAUSE;
            case KILL_INSTANCE, KILL_POSTGRES, CUT_AFTER_COMMIT, SWALLOW_REPLY -> Duration.ZERO;
        };
        return new Fault(
                Duration.ofMillis(random.nextLong(100, 1_000)), kind, random.nextInt(Cluster.INSTANCES), lasting);
    }
}
