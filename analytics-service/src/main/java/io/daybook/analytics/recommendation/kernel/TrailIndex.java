package io.daybook.analytics.recommendation.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Trails by id, by item and by customer, fed step by step. One thread writes; any may read at the same time without
 * waiting.
 *
 * <p>What is in it depends on what was recorded and forgotten and not on the order of that, nor on repetition: steps of
 * a trail at one time with one item are one step; what is forgotten up to a time is forgotten whether the step or the
 * wish comes first. It is bounded by the {@link Horizon} and, per trail, by the newest so many steps. Who is behind a
 * trail is known for a day longer than its steps are kept.
 */
public final class TrailIndex {

    private static final long GRACE = Duration.ofDays(1).toMillis();
    private static final Posting[] NO_POSTINGS = {};

    private final Items items;
    private final int longest;
    private final Horizon horizon;
    private final Map<String, Trail> trails = new ConcurrentHashMap<>();
    private final Map<String, List<Trail>> byCustomer = new ConcurrentHashMap<>();
    private final Map<String, Long> forgottenCustomers = new ConcurrentHashMap<>();
    private final NavigableMap<Long, List<Trail>> byTime = new TreeMap<>();
    private volatile Posting[] postings = NO_POSTINGS;
    private volatile long steps;
    private volatile int filled;
    private volatile long latest = Long.MIN_VALUE;
    private long trimmedUntil = Long.MIN_VALUE;
    private int nextNumber;

    /**
     * An empty index.
     *
     * @param longest the most steps of a trail that are kept
     * @param age how long before the latest step a step is kept
     * @param most the most steps that are kept, whatever their age
     */
    public TrailIndex(Items items, int longest, Duration age, long most) {
        this.items = items;
        this.longest = longest;
        this.horizon = new Horizon(age, most);
    }

    /** A step was made; {@code customer} is null where nobody knows by whom. Times are milliseconds since 1970. */
    public void record(String id, @Nullable String customer, String sku, long time) {
        if (horizon.count(time)) {
            moveHorizon();
        }
        latest = horizon.latest();
        if (time < horizon.start() - GRACE) {
            return;
        }
        Trail trail = trailAt(id, time);
        if (customer != null && !trail.customers.contains(customer)) {
            link(trail, customer);
        }
        if (time >= horizon.start() && time > trail.forgottenUntil) {
            replace(trail, trail.steps().with(items.number(sku), time, longest, items));
        }
    }

    /** A trail's steps up to and including a time are forgotten, whenever they come. */
    public void forget(String id, long until) {
        forget(trailAt(id, until), until);
    }

    /** The steps of every trail of a customer up to and including a time are forgotten, whenever they come. */
    public void forgetCustomer(String customer, long until) {
        forgottenCustomers.merge(customer, until, Math::max);
        List.copyOf(byCustomer.getOrDefault(customer, List.of())).forEach(trail -> forget(trail, until));
    }

    public Optional<Trail> find(String id) {
        return Optional.ofNullable(trails.get(id))
                .filter(trail -> !trail.steps().isEmpty());
    }

    /** The trails that a customer is known to be behind. */
    public List<Trail> ofCustomer(String customer) {
        return byCustomer.getOrDefault(customer, List.of());
    }

    Posting.View posting(int item) {
        Posting[] all = postings;
        return item < 0 || item >= all.length || all[item] == null ? Posting.NOTHING : all[item].view();
    }

    /** In how many trails an item is. */
    public int count(int item) {
        return posting(item).size();
    }

    /** How many trails have steps. */
    public int trails() {
        return filled;
    }

    /** Trails, of which those of late may have lost their steps. */
    public Collection<Trail> all() {
        return Collections.unmodifiableCollection(trails.values());
    }

    public long steps() {
        return steps;
    }

    /** The latest time of a step, kept or not; {@link Long#MIN_VALUE} where there is none. */
    public long latest() {
        return latest;
    }

    public Items items() {
        return items;
    }

    private Trail trailAt(String id, long time) {
        Trail trail = trails.get(id);
        if (trail == null) {
            trail = new Trail(id, nextNumber++);
            trails.put(id, trail);
        }
        trail.lastHeardOf = Math.max(trail.lastHeardOf, time);
        List<Trail> sameTime = byTime.computeIfAbsent(Horizon.bucket(time), _ -> new ArrayList<>(1));
        if (sameTime.isEmpty() || sameTime.getLast() != trail) {
            sameTime.add(trail);
        }
        return trail;
    }

    private void link(Trail trail, String customer) {
        trail.customers.add(customer);
        byCustomer.merge(customer, List.of(trail), TrailIndex::concatenated);
        Long until = forgottenCustomers.get(customer);
        if (until != null) {
            trailAt(trail.id(), until);
            forget(trail, until);
        }
    }

    private void forget(Trail trail, long until) {
        if (until > trail.forgottenUntil) {
            trail.forgottenUntil = until;
            replace(trail, trail.steps().since(until + 1));
        }
    }

    /** Trims what is before the horizon, and lets go of trails about which nothing can come any more. */
    private void moveHorizon() {
        long start = horizon.start();
        byTime.subMap(Math.min(trimmedUntil, start), true, start, false)
                .values()
                .forEach(before ->
                        before.forEach(trail -> replace(trail, trail.steps().since(start))));
        trimmedUntil = start;
        NavigableMap<Long, List<Trail>> over = byTime.headMap(Horizon.bucket(start - GRACE), false);
        over.values().forEach(gone -> gone.forEach(this::letGo));
        over.clear();
        forgottenCustomers.values().removeIf(until -> until < start - GRACE);
    }

    private void letGo(Trail trail) {
        if (trail.lastHeardOf < Horizon.bucket(horizon.start() - GRACE) && trails.remove(trail.id(), trail)) {
            trail.customers.forEach(customer -> byCustomer.computeIfPresent(customer, (_, all) -> without(all, trail)));
        }
    }

    private void replace(Trail trail, Steps next) {
        Steps old = trail.steps();
        if (next == old) {
            return;
        }
        trail.replaceSteps(next);
        for (int place = 0; place < old.size(); place++) {
            int item = old.item(place);
            if (old.firstOf(item) == place && firstTime(next, item) != old.time(place)) {
                postings[item].remove(trail, old.time(place));
            }
        }
        for (int place = 0; place < next.size(); place++) {
            int item = next.item(place);
            if (next.firstOf(item) == place && firstTime(old, item) != next.time(place)) {
                writable(item).add(trail, next.time(place));
            }
        }
        int more = (old.isEmpty() ? 1 : 0) - (next.isEmpty() ? 1 : 0);
        int trailsNow = filled + more;
        filled = trailsNow;
        long total = steps + next.size() - old.size();
        steps = total;
    }

    private static long firstTime(Steps steps, int item) {
        int place = steps.firstOf(item);
        return place < 0 ? Long.MIN_VALUE : steps.time(place);
    }

    private Posting writable(int item) {
        Posting[] all = Growth.withRoomFor(item, postings);
        if (all[item] == null) {
            all[item] = new Posting();
        }
        postings = all;
        return all[item];
    }

    private static List<Trail> concatenated(List<Trail> some, List<Trail> more) {
        List<Trail> both = new ArrayList<>(some);
        both.addAll(more);
        return List.copyOf(both);
    }

    private static @Nullable List<Trail> without(List<Trail> all, Trail gone) {
        List<Trail> rest = all.stream().filter(trail -> trail != gone).toList();
        return rest.isEmpty() ? null : rest;
    }
}
