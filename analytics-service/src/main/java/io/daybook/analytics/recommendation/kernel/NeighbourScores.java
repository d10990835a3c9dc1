package io.daybook.analytics.recommendation.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The working memory of one answer of {@link NeighbourKernel}, used again for the next. */
final class NeighbourScores {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int HOURS_A_DAY = 24;
    private static final int NOT_YET = -1;

    private final TrailIndex index;
    private final NeighbourWeights weights;
    private final Decay position;
    private final Decay age;
    private final Decay match;
    private final Decay distance;
    private final Decay reminder;

    private final Tally backs = new Tally();
    private final Tally likeness = new Tally();
    private final Tally scores = new Tally();
    private final List<Trail> trails = new ArrayList<>();
    private final List<Steps> steps = new ArrayList<>();
    private final NearestTrails nearest;
    private final SecondHop secondHop;
    private final Comparator<Candidate> order;
    private Evidence[] evidence = new Evidence[0];

    private static final class Evidence {
        private int neighbours;
        private int lastNeighbour;
        private double strongest;
        private int because;
        private int seen;

        void reset() {
            neighbours = 0;
            lastNeighbour = NOT_YET;
            strongest = -1;
            because = Items.UNKNOWN;
            seen = 0;
        }
    }

    NeighbourScores(TrailIndex index, NeighbourWeights weights) {
        this.index = index;
        this.weights = weights;
        this.position = new Decay(weights.position());
        this.age = new Decay(weights.days() * HOURS_A_DAY);
        this.match = new Decay(weights.match());
        this.distance = new Decay(weights.distance());
        this.reminder = new Decay(weights.reminderSteps());
        this.nearest = new NearestTrails(weights.neighbours());
        this.secondHop = new SecondHop(index, weights, age, distance);
        this.order = Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(candidate -> index.items().sku(candidate.item()));
    }

    List<Candidate> best(int[] session, @Nullable Trail itself, long now, IntPredicate allowed, int limit) {
        int onView = session[session.length - 1];
        compare(session, itself);
        choose(now);
        for (int place = 0; place < nearest.size(); place++) {
            listenTo(nearest.place(place), nearest.likeness(place));
        }
        spread();
        remind(session, onView);
        List<Candidate> found = allowed(candidates(onView), allowed);
        if (found.size() < limit) {
            found.addAll(further(itself, now, onView, allowed));
        }
        return found.size() <= limit ? found : new ArrayList<>(found.subList(0, limit));
    }

    void clear() {
        backs.clear();
        likeness.clear();
        scores.clear();
        trails.clear();
        steps.clear();
        nearest.clear();
        secondHop.clear();
    }

    /** The trails that have items of the session, and how much of it they have. */
    private void compare(int[] session, @Nullable Trail itself) {
        double all = Math.max(1, index.trails());
        for (int back = 0; back < Math.min(session.length, weights.session()); back++) {
            int item = session[session.length - 1 - back];
            if (item == Items.UNKNOWN || backs.find(item) >= 0) {
                continue;
            }
            backs.put(backs.place(item), back);
            Posting.View posting = index.posting(item);
            double weight =
                    position.at(back) * power(Math.log(1 + all / Math.max(1, posting.size())), weights.rarity());
            for (int place = 0; place < Math.min(posting.size(), weights.recent()); place++) {
                Trail trail = posting.newest(place);
                if (trail != itself) {
                    int known = likeness.place(trail.number());
                    if (known == trails.size()) {
                        trails.add(trail);
                    }
                    likeness.put(known, likeness.sum(known) + weight);
                }
            }
        }
    }

    private void choose(long now) {
        for (int place = 0; place < trails.size(); place++) {
            Steps taken = trails.get(place).steps(); // once: it may change while this goes on
            steps.add(taken);
            if (!taken.isEmpty()) {
                double old = age.at((now - taken.lastTime()) / HOUR);
                nearest.offer(place, likeness.sum(place) * power(taken.size(), -weights.length()) * old);
            }
        }
    }

    private void listenTo(int neighbour, double like) {
        Steps taken = steps.get(neighbour);
        for (int a = 0; a < taken.size(); a++) {
            int common = backs.find(taken.item(a));
            if (common < 0) {
                continue;
            }
            double weight = like * match.at((long) backs.sum(common));
            for (int b = 0; b < taken.size(); b++) {
                if (b != a) {
                    double near = b > a ? distance.at(b - a - 1) : weights.backward() * distance.at(a - b - 1);
                    add(taken.item(b), weight * near, neighbour, taken.item(a));
                }
            }
        }
    }

    private void add(int item, double weight, int neighbour, int because) {
        int place = placeOf(item);
        scores.put(place, scores.sum(place) + weight);
        Evidence found = evidence[place];
        if (found.lastNeighbour != neighbour) {
            found.lastNeighbour = neighbour;
            found.neighbours++;
        }
        if (weight > found.strongest && item != because) {
            found.strongest = weight;
            found.because = because;
        }
    }

    private int placeOf(int item) {
        int before = scores.size();
        int place = scores.place(item);
        if (scores.size() > before) {
            if (place >= evidence.length) {
                int known = evidence.length;
                evidence = Arrays.copyOf(evidence, Math.max(256, 2 * known));
                Arrays.setAll(evidence, each -> each < known ? evidence[each] : new Evidence());
            }
            evidence[place].reset();
        }
        return place;
    }

    private void spread() {
        for (int place = 0; place < scores.size(); place++) {
            double count = Math.max(1, index.count(scores.key(place)));
            scores.put(place, scores.sum(place) * power(count, weights.spread()));
        }
    }

    private void remind(int[] session, int onView) {
        double top = 0;
        for (int place = 0; place < scores.size(); place++) {
            top = scores.key(place) == onView ? top : Math.max(top, scores.sum(place));
        }
        double unit = top == 0 ? 1 : top;
        for (int back = 1; back < Math.min(session.length, weights.session()); back++) {
            int item = session[session.length - 1 - back];
            if (item != Items.UNKNOWN && item != onView) {
                int place = placeOf(item);
                boolean first = evidence[place].seen++ == 0;
                double more = first ? weights.reminder() * reminder.at(back - 1) : weights.repeated();
                scores.put(place, scores.sum(place) + unit * more);
            }
        }
    }

    private List<Candidate> candidates(int onView) {
        List<Candidate> all = new ArrayList<>(scores.size());
        for (int place = 0; place < scores.size(); place++) {
            if (scores.key(place) != onView) {
                Evidence of = evidence[place];
                all.add(new Candidate(scores.key(place), scores.sum(place), of.neighbours, of.because, of.seen, false));
            }
        }
        return all;
    }

    private List<Candidate> further(@Nullable Trail itself, long now, int onView, IntPredicate allowed) {
        List<Candidate> seeds = candidates(onView);
        seeds.sort(order);
        double lowest = seeds.isEmpty() ? 1 : seeds.getLast().score();
        IntPredicate isNew = item -> item != onView && scores.find(item) < 0 && allowed.test(item);
        return allowed(secondHop.from(seeds, itself, now, lowest), isNew);
    }

    private List<Candidate> allowed(List<Candidate> candidates, IntPredicate allowed) {
        List<Candidate> found = new ArrayList<>(candidates);
        found.removeIf(candidate -> !allowed.test(candidate.item()));
        found.sort(order);
        return found;
    }

    static double power(double base, double exponent) {
        return exponent == 1 ? base : exponent == -0.25 ? 1 / Math.sqrt(Math.sqrt(base)) : Math.pow(base, exponent);
    }
}
