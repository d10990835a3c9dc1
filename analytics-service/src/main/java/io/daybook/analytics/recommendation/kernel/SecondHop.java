package io.daybook.analytics.recommendation.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link NeighbourKernel} for when the neighbours know too few items: what goes with the best that they
 * know.
 */
final class SecondHop {

    private static final double BELOW = 0.999;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final TrailIndex index;
    private final NeighbourWeights weights;
    private final Decay age;
    private final Decay distance;
    private final Tally sums = new Tally();
    private int[] trails = new int[0];
    private int[] because = new int[0];

    SecondHop(TrailIndex index, NeighbourWeights weights, Decay age, Decay distance) {
        this.index = index;
        this.weights = weights;
        this.age = age;
        this.distance = distance;
    }

    /** What trails of the seeds, which are in the order of their scores, add; all below {@code lowest}, in no order. */
    List<Candidate> from(List<Candidate> seeds, @Nullable Trail itself, long now, double lowest) {
        for (Candidate seed : seeds.subList(0, Math.min(seeds.size(), weights.seeds()))) {
            Posting.View posting = index.posting(seed.item());
            for (int place = 0; place < Math.min(posting.size(), weights.seedRecent()); place++) {
                if (posting.newest(place) != itself) {
                    listenTo(posting.newest(place).steps(), seed, now);
                }
            }
        }
        double top = 0;
        for (int place = 0; place < sums.size(); place++) {
            top = Math.max(top, sums.sum(place));
        }
        List<Candidate> found = new ArrayList<>(sums.size());
        for (int place = 0; place < sums.size(); place++) {
            double score = lowest * BELOW * sums.sum(place) / top;
            found.add(new Candidate(sums.key(place), score, trails[place], because[place], 0, true));
        }
        return found;
    }

    void clear() {
        sums.clear();
    }

    private void listenTo(Steps steps, Candidate seed, long now) {
        if (steps.isEmpty()) {
            return;
        }
        double weight = seed.score()
                * age.at((now - steps.lastTime()) / HOUR)
                * NeighbourScores.power(steps.size(), -weights.length());
        for (int b = 0; b < steps.size(); b++) {
            double near = 0;
            for (int a = 0; a < steps.size(); a++) {
                if (a != b && steps.item(a) == seed.item()) {
                    near += distance.at(Math.abs(b - a) - 1L);
                }
            }
            if (near > 0) {
                add(steps.item(b), weight * near, seed.item());
            }
        }
    }

    private void add(int item, double weight, int seed) {
        int before = sums.size();
        int place = sums.place(item);
        if (sums.size() > before) {
            if (place >= trails.length) {
                trails = Arrays.copyOf(trails, Math.max(256, 2 * trails.length));
                because = Arrays.copyOf(because, trails.length);
            }
            trails[place] = 0;
            because[place] = seed;
        }
        trails[place]++;
        sums.put(place, sums.sum(place) + weight);
    }
}
