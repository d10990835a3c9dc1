package io.daybook.analytics.recommendation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Readers ask while the one writer records, forgets and lets the horizon pass; then the index is as if it had been
 * alone.
 */
class ReadWhileWrittenTest {

    private static final int STEPS = 60_000;

    @Test
    void answersWhileItIsWrittenAndLosesNothing() {
        TrailIndex index = index();
        NeighbourKernel kernel = new NeighbourKernel(index, NeighbourWeights.CHOSEN);
        AtomicBoolean writing = new AtomicBoolean(true);
        List<CompletableFuture<Long>> readers =
                List.of(read(kernel, index, writing, 1), read(kernel, index, writing, 2));
        try {
            write(index);
        } finally {
            writing.set(false);
        }

        assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).isPositive());
        TrailIndex alone = index();
        write(alone);
        assertThat(TrailDigest.of(index)).isEqualTo(TrailDigest.of(alone));
    }

    private static TrailIndex index() {
        return new TrailIndex(new Items(), 16, Duration.ofHours(2), 20_000);
    }

    private static void write(TrailIndex index) {
        Random random = new Random(5);
        for (int step = 0; step < STEPS; step++) {
            long time = step * 500L + random.nextInt(5_000);
            String trail = "t" + (step / 40 + random.nextInt(20));
            index.record(trail, step % 9 == 0 ? "c" + random.nextInt(500) : null, "i" + random.nextInt(300), time);
            if (step % 500 == 0) {
                index.forget("t" + step / 40, time);
                index.forgetCustomer("c" + random.nextInt(500), time - 60_000);
            }
        }
    }

    private static CompletableFuture<Long> read(
            NeighbourKernel kernel, TrailIndex index, AtomicBoolean writing, long seed) {
        return CompletableFuture.supplyAsync(() -> {
            Random random = new Random(seed);
            long answers = 0;
            do {
                int[] session = random.ints(1 + random.nextInt(5), 0, 300)
                        .map(item -> index.items().find("i" + item))
                        .toArray();
                List<Candidate> found = kernel.next(session, null, index.latest(), _ -> true, 20);
                int onView = session[session.length - 1];
                assertThat(found)
                        .extracting(Candidate::item)
                        .doesNotContain(onView)
                        .doesNotHaveDuplicates();
                answers++;
            } while (writing.get());
            return answers;
        });
    }
}
