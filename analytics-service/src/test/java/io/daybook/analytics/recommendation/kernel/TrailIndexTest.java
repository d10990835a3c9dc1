package io.daybook.analytics.recommendation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index is what was recorded and forgotten, in whatever order that came. */
class TrailIndexTest {

    private static final long MINUTE = 60_000;
    private static final Duration AGE = Duration.ofHours(12);
    private static final int LONGEST = 5;

    private sealed interface Entry {
        record Step(String trail, @Nullable String customer, String sku, long time) implements Entry {}

        record Forget(String trail, long until) implements Entry {}

        record ForgetCustomer(String customer, long until) implements Entry {}
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void holdsTheSameInWhateverOrderItIsFed(long seed) {
        Random random = new Random(seed);
        List<Entry> entries = entries(random, 400);
        String expected = TrailDigest.of(fed(entries, 1_000_000));
        String capped = TrailDigest.of(fed(entries, 150));

        assertThat(capped).isNotEqualTo(expected);
        for (int shuffle = 0; shuffle < 5; shuffle++) {
            Collections.shuffle(entries, random);
            assertThat(TrailDigest.of(fed(entries, 1_000_000)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(TrailDigest.of(fed(entries, 150)))
                    .as("seed %d, capped", seed)
                    .isEqualTo(capped);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void holdsWhatAPlainReadingOfTheEntriesGives(long seed) {
        List<Entry> entries = entries(new Random(seed), 400);
        TrailIndex index = fed(entries, 1_000_000);

        Map<String, List<String>> expected = plain(entries);
        Map<String, List<String>> found = new TreeMap<>();
        for (Trail trail : index.all()) {
            if (!trail.steps().isEmpty()) {
                found.put(trail.id(), shown(index.items(), trail.steps()));
            }
        }
        assertThat(found).as("seed %d", seed).isEqualTo(expected);
        assertThat(index.steps())
                .isEqualTo(expected.values().stream().mapToInt(List::size).sum());
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void findsByItemEachTrailOnceInTheOrderOfTheItemsFirstTime(long seed) {
        TrailIndex index = fed(entries(new Random(seed), 400), 200);

        Items items = index.items();
        for (int item = 0; item < items.size(); item++) {
            int each = item;
            List<String> expected = index.all().stream()
                    .filter(trail -> trail.steps().firstOf(each) >= 0)
                    .map(trail ->
                            "%d %s".formatted(trail.steps().time(trail.steps().firstOf(each)), trail.id()))
                    .sorted()
                    .toList();
            Posting.View view = index.posting(item);
            List<String> found = new ArrayList<>();
            for (int place = view.size() - 1; place >= 0; place--) {
                found.add("%d %s"
                        .formatted(view.newestTime(place), view.newest(place).id()));
            }
            assertThat(found).as("seed %d, %s", seed, items.sku(item)).isEqualTo(expected);
        }
    }

    @Test
    void forgetsACustomersStepsOfBeforeTheLoginToo() {
        TrailIndex index = fed(List.of(), 100);
        index.record("t", null, "a", 1);
        index.record("t", "c", "b", 2);
        index.record("t", null, "d", 4);
        index.forgetCustomer("c", 3);
        index.record("t", null, "e", 3);

        assertThat(shown(index.items(), index.find("t").orElseThrow().steps())).containsExactly("d@4");
    }

    @Test
    void letsGoOfTrailsLongGone() {
        TrailIndex index = fed(List.of(), 1_000);
        index.record("old", "c", "a", 0);
        index.record("new", null, "a", Duration.ofDays(3).toMillis());

        assertThat(index.trails()).isEqualTo(1);
        assertThat(index.ofCustomer("c")).isEmpty();
        assertThat(index.count(index.items().find("a"))).isEqualTo(1);
    }

    private static TrailIndex fed(List<Entry> entries, long most) {
        TrailIndex index = new TrailIndex(new Items(), LONGEST, AGE, most);
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Step(String trail, String customer, String sku, long time) ->
                    index.record(trail, customer, sku, time);
                case Entry.Forget(String trail, long until) -> index.forget(trail, until);
                case Entry.ForgetCustomer(String customer, long until) -> index.forgetCustomer(customer, until);
            }
        }
        return index;
    }

    /** Sixteen hours of steps, of which four are older than is kept; some twice, and a few wishes to be forgotten. */
    private static List<Entry> entries(Random random, int steps) {
        List<Entry> entries = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            long time = random.nextInt(960) * MINUTE + random.nextInt(3);
            String customer = random.nextInt(4) == 0 ? "c" + random.nextInt(10) : null;
            Entry entry = new Entry.Step("t" + random.nextInt(40), customer, "i" + random.nextInt(15), time);
            entries.add(entry);
            if (random.nextInt(10) == 0) {
                entries.add(entry);
            }
        }
        for (int wish = 0; wish < 3; wish++) {
            entries.add(new Entry.Forget("t" + random.nextInt(40), random.nextInt(960) * MINUTE));
            entries.add(new Entry.ForgetCustomer("c" + random.nextInt(10), random.nextInt(960) * MINUTE));
        }
        return entries;
    }

    private static Map<String, List<String>> plain(List<Entry> entries) {
        long latest = 0;
        Map<String, Set<String>> customers = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Step step) {
                latest = Math.max(latest, step.time());
                if (step.customer() != null) {
                    customers
                            .computeIfAbsent(step.trail(), _ -> new HashSet<>())
                            .add(step.customer());
                }
            }
        }
        long start = Horizon.bucket(latest - AGE.toMillis());
        Map<String, TreeSet<String>> kept = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Step step
                    && step.time() >= start
                    && entries.stream().noneMatch(wish -> forgets(wish, step, customers))) {
                kept.computeIfAbsent(step.trail(), _ -> new TreeSet<>())
                        .add("%09d %s".formatted(step.time(), step.sku()));
            }
        }
        Map<String, List<String>> shown = new TreeMap<>();
        kept.forEach((trail, all) -> shown.put(
                trail,
                all.stream()
                        .skip(Math.max(0, all.size() - LONGEST))
                        .map(each -> each.substring(10) + "@" + Long.parseLong(each.substring(0, 9)))
                        .toList()));
        return shown;
    }

    private static boolean forgets(Entry wish, Entry.Step step, Map<String, Set<String>> customers) {
        return switch (wish) {
            case Entry.Step _ -> false;
            case Entry.Forget forget -> forget.trail().equals(step.trail()) && step.time() <= forget.until();
            case Entry.ForgetCustomer forget ->
                customers.getOrDefault(step.trail(), Set.of()).contains(forget.customer())
                        && step.time() <= forget.until();
        };
    }

    private static List<String> shown(Items items, Steps steps) {
        List<String> shown = new ArrayList<>();
        for (int place = 0; place < steps.size(); place++) {
            shown.add(items.sku(steps.item(place)) + "@" + steps.time(place));
        }
        return shown;
    }
}
