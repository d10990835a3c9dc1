package io.daybook.analytics.recommendation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel against the formula in its description, written out over maps and whole trails. */
class NeighbourKernelTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final double HOUR = Duration.ofHours(1).toMillis();
    private static final NeighbourWeights W = NeighbourWeights.CHOSEN;

    private final Items items = new Items();
    private final TrailIndex index = new TrailIndex(items, 64, Duration.ofDays(3_000), 1_000_000);
    private final NeighbourKernel kernel = new NeighbourKernel(index, W);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTheFormula(long seed) {
        Random random = new Random(seed);
        List<Plain> trails = new ArrayList<>();
        for (int trail = 0; trail < 60; trail++) {
            long start = trail * DAY / 4;
            List<String> seen = random.ints(1 + random.nextInt(8), 0, 25)
                    .mapToObj(item -> "i" + item)
                    .toList();
            for (int step = 0; step < seen.size(); step++) {
                index.record("t" + trail, null, seen.get(step), start + step * 60_000L);
            }
            trails.add(new Plain(seen, start + (seen.size() - 1) * 60_000L));
        }
        List<String> session = random.ints(1 + random.nextInt(7), 0, 30)
                .mapToObj(item -> "i" + item)
                .toList();
        long now = 20 * DAY;

        Map<String, Double> expected = new Formula(trails, session, now).scores();
        List<Candidate> found =
                kernel.next(session.stream().mapToInt(items::find).toArray(), null, now, _ -> true, Integer.MAX_VALUE);

        assertThat(found).as("seed %d", seed).hasSize(expected.size());
        for (Candidate each : found) {
            String sku = items.sku(each.item());
            assertThat(each.score())
                    .as("seed %d, %s", seed, sku)
                    .isCloseTo(expected.getOrDefault(sku, -1.0), within(1e-9));
        }
        assertThat(found).extracting(Candidate::score).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void neverAnswersTheItemOnViewNorWhatIsNotAllowed() {
        view("one", "a", "b", "c");
        view("two", "a", "b", "d");

        assertThat(next("a", "b", "a"))
                .extracting(each -> items.sku(each.item()))
                .containsExactly("b", "c", "d");
        int forbidden = items.find("c");
        assertThat(kernel.next(numbers("a", "b"), null, DAY, item -> item != forbidden, 10))
                .extracting(each -> items.sku(each.item()))
                .containsExactly("a", "d");
    }

    @Test
    void isNoNeighbourOfItself() {
        view("one", "a", "b");
        Trail itself = index.find("one").orElseThrow();

        assertThat(kernel.next(numbers("a"), itself, DAY, _ -> true, 10)).isEmpty();
        assertThat(kernel.next(numbers("a"), null, DAY, _ -> true, 10)).hasSize(1);
    }

    @Test
    void tellsWhatSpeaksForAnItem() {
        view("one", "a", "b");
        view("two", "c", "a", "b");
        view("three", "c", "d");

        Candidate best = next("c", "a").getFirst();

        assertThat(items.sku(best.item())).isEqualTo("c");
        assertThat(best.seen()).isEqualTo(1);
        Candidate other = next("c", "a").get(1);
        assertThat(items.sku(other.item())).isEqualTo("b");
        assertThat(other.neighbours()).isEqualTo(2);
        assertThat(items.sku(other.because())).isEqualTo("a");
    }

    @Test
    void answersNothingWhereNothingIsKnown() {
        assertThat(kernel.next(new int[0], null, 0, _ -> true, 10)).isEmpty();
        assertThat(kernel.next(new int[] {Items.UNKNOWN}, null, 0, _ -> true, 10))
                .isEmpty();
    }

    private void view(String trail, String... skus) {
        for (int step = 0; step < skus.length; step++) {
            index.record(trail, null, skus[step], step);
        }
    }

    private List<Candidate> next(String... session) {
        return kernel.next(numbers(session), null, DAY, _ -> true, 10);
    }

    private int[] numbers(String... skus) {
        return List.of(skus).stream().mapToInt(items::find).toArray();
    }

    private record Plain(List<String> steps, long end) {}

    /** Slow and plain: every trail is compared, no index, no limit of recency, which the trails here do not reach. */
    private record Formula(List<Plain> trails, List<String> session, long now) {

        Map<String, Double> scores() {
            String onView = session.getLast();
            Map<String, Double> scores = new HashMap<>();
            trails.stream()
                    .filter(trail -> trail.steps.stream().anyMatch(session::contains))
                    .sorted((one, other) -> Double.compare(likeness(other), likeness(one)))
                    .limit(W.neighbours())
                    .forEach(trail -> speak(trail, scores));
            scores.replaceAll((item, sum) -> sum * Math.pow((double) Math.max(1, count(item)), W.spread()));
            double top = scores.entrySet().stream()
                    .filter(each -> !each.getKey().equals(onView))
                    .mapToDouble(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            for (String item : session.stream().distinct().toList()) {
                if (!item.equals(onView) && count(item) > 0) {
                    long times = session.stream().filter(item::equals).count();
                    double reminder = W.reminder() * Math.exp(-(back(item) - 1) / W.reminderSteps())
                            + W.repeated() * (double) (times - 1);
                    scores.merge(item, (top == 0 ? 1 : top) * reminder, Double::sum);
                }
            }
            scores.remove(onView);
            Map<String, Double> further = further(scores);
            double most =
                    further.values().stream().mapToDouble(sum -> sum).max().orElse(0);
            double least =
                    scores.values().stream().mapToDouble(sum -> sum).min().orElse(1);
            further.keySet().removeAll(scores.keySet());
            further.remove(onView);
            further.forEach((item, sum) -> scores.put(item, 0.999 * least * sum / most));
            return scores;
        }

        private Map<String, Double> further(Map<String, Double> scores) {
            Map<String, Double> further = new HashMap<>();
            scores.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(W.seeds())
                    .forEach(seed -> trails.forEach(trail -> {
                        List<String> steps = trail.steps;
                        double weight = seed.getValue() * age(trail) * Math.pow(steps.size(), -W.length());
                        for (int a = 0; a < steps.size(); a++) {
                            for (int b = 0; b < steps.size() && steps.get(a).equals(seed.getKey()); b++) {
                                if (a != b) {
                                    double near = Math.exp(-(Math.abs(b - a) - 1) / W.distance());
                                    further.merge(steps.get(b), weight * near, Double::sum);
                                }
                            }
                        }
                    }));
            return further;
        }

        private void speak(Plain trail, Map<String, Double> scores) {
            List<String> steps = trail.steps;
            for (int a = 0; a < steps.size(); a++) {
                for (int b = 0; b < steps.size() && session.contains(steps.get(a)); b++) {
                    if (a != b) {
                        double near = Math.exp(-(Math.abs(b - a) - 1) / W.distance()) * (b > a ? 1 : W.backward());
                        double weight = likeness(trail) * Math.exp(-back(steps.get(a)) / W.match()) * near;
                        scores.merge(steps.get(b), weight, Double::sum);
                    }
                }
            }
        }

        private double likeness(Plain trail) {
            List<String> steps = trail.steps;
            double sum = session.stream()
                    .distinct()
                    .filter(steps::contains)
                    .mapToDouble(item -> Math.exp(-back(item) / W.position()) * idf(item))
                    .sum();
            return sum * Math.pow(steps.size(), -W.length()) * age(trail);
        }

        private double age(Plain trail) {
            double hours = Math.floor((now - trail.end) / HOUR);
            return Math.exp(-hours / (24 * W.days()));
        }

        private double idf(String item) {
            return Math.log(1 + (double) trails.size() / (double) Math.max(1, count(item)));
        }

        private long count(String item) {
            return trails.stream().filter(trail -> trail.steps.contains(item)).count();
        }

        private double back(String item) {
            return session.size() - 1 - session.lastIndexOf(item);
        }
    }
}
