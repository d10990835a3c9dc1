package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.daybook.analytics.monitoring.kernel.SequenceRule.Followed;
import io.daybook.analytics.monitoring.kernel.SequenceRule.NotFollowed;
import io.daybook.analytics.monitoring.kernel.SequenceRule.Repeated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceKernelTest {

    private static final long MINUTE = 60_000;

    private record Event(String key, String type, long at) {}

    @ParameterizedTest
    @CsvSource({"599999, false", "600000, false", "600001, true"})
    void missesWhatShouldHaveFollowed(long confirmedAfter, boolean missed) {
        SequenceKernel kernel = new SequenceKernel(new NotFollowed("OrderPlaced", "OrderConfirmed", 10 * MINUTE));
        kernel.event("order:1", "OrderPlaced", 1000);

        assertThat(kernel.event("order:1", "OrderConfirmed", 1000 + confirmedAfter))
                .isEqualTo(missed ? List.of(new SequenceMatch("order:1", 1000, 1000 + 10 * MINUTE)) : List.of());
    }

    @Test
    void missesWithTheTimeOfOthers() {
        SequenceKernel kernel = new SequenceKernel(new NotFollowed("OrderPlaced", "OrderConfirmed", 10 * MINUTE));
        kernel.event("order:1", "OrderPlaced", 0);

        assertThat(kernel.event("order:2", "OrderPlaced", 11 * MINUTE))
                .containsExactly(new SequenceMatch("order:1", 0, 10 * MINUTE));
        assertThat(kernel.time(21 * MINUTE)).containsExactly(new SequenceMatch("order:2", 11 * MINUTE, 21 * MINUTE));
        assertThat(kernel.openEvents()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"60, true", "61, false"})
    void countsWithinATime(long lastAtMinute, boolean matches) {
        SequenceKernel kernel = new SequenceKernel(new Repeated("PriceChanged", 3, 60 * MINUTE));
        kernel.event("price:1", "PriceChanged", 0);
        kernel.event("price:2", "PriceChanged", 5 * MINUTE);
        kernel.event("price:1", "PriceChanged", 30 * MINUTE);

        // the one at minute 0 is within the hour until minute 60
        assertThat(kernel.event("price:1", "PriceChanged", lastAtMinute * MINUTE))
                .isEqualTo(matches ? List.of(new SequenceMatch("price:1", 0, lastAtMinute * MINUTE)) : List.of());
    }

    static Stream<SequenceRule> rules() {
        return Stream.of(
                new NotFollowed("a", "b", 7),
                new Followed("a", "b", 7),
                new Repeated("a", 3, 7),
                new NotFollowed("a", "a", 7),
                new Followed("a", "a", 7));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void agreesWithBruteForce(SequenceRule rule) {
        for (long seed = 0; seed < 200; seed++) {
            List<Event> events = random(seed);
            assertThat(matches(rule, events)).as("seed %d", seed).isEqualTo(bruteForce(rule, events));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void goesOnFromItsState(SequenceRule rule) {
        List<Event> events = random(1);
        SequenceKernel live = new SequenceKernel(rule);
        SequenceKernel restarted = new SequenceKernel(rule);
        for (Event event : events) {
            restarted = SequenceKernel.from(rule, restarted.state());
            assertThat(restarted.event(event.key, event.type, event.at))
                    .isEqualTo(live.event(event.key, event.type, event.at));
            assertThat(restarted.state()).isEqualTo(live.state());
        }
    }

    @Test
    void forgetsWhatCanNoLongerMatch() {
        SequenceKernel kernel = new SequenceKernel(new Repeated("a", 3, 10));
        for (int index = 0; index < 1000; index++) {
            kernel.event("key" + index, "a", index * 20L);
        }
        assertThat(kernel.openEvents()).isEqualTo(1);
    }

    @Test
    void refusesARuleThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Followed("a", "b", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Repeated("a", 1, 10));
    }

    private static List<Event> random(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        long at = 0;
        for (int index = 0; index < 40; index++) {
            at += random.nextInt(4);
            events.add(new Event("k" + random.nextInt(2), "abc".charAt(random.nextInt(3)) + "", at));
        }
        return events;
    }

    private static Set<SequenceMatch> matches(SequenceRule rule, List<Event> events) {
        SequenceKernel kernel = new SequenceKernel(rule);
        List<SequenceMatch> matches = new ArrayList<>();
        events.forEach(event -> matches.addAll(kernel.event(event.key, event.type, event.at)));
        matches.addAll(kernel.time(events.getLast().at + 100));
        assertThat(matches).isSortedAccordingTo(Comparator.comparingLong(SequenceMatch::at));
        return new HashSet<>(matches);
    }

    private static Set<SequenceMatch> bruteForce(SequenceRule rule, List<Event> events) {
        Set<SequenceMatch> matches = new HashSet<>();
        for (String key : List.of("k0", "k1")) {
            List<Event> own =
                    events.stream().filter(event -> event.key.equals(key)).toList();
            int from = 0;
            for (int index = 0; index < own.size(); index++) {
                Event event = own.get(index);
                switch (rule) {
                    case NotFollowed wanted -> {
                        boolean followed = own.subList(index + 1, own.size()).stream()
                                .anyMatch(later -> later.type.equals(wanted.second()) && later.at <= event.at + 7);
                        if (event.type.equals("a") && !followed) {
                            matches.add(new SequenceMatch(key, event.at, event.at + 7));
                        }
                    }
                    case Followed wanted -> {
                        List<Event> firsts = own.subList(from, index).stream()
                                .filter(earlier -> earlier.type.equals("a") && earlier.at + 7 >= event.at)
                                .toList();
                        if (event.type.equals(wanted.second()) && !firsts.isEmpty()) {
                            matches.add(new SequenceMatch(key, firsts.getLast().at, event.at));
                            from = wanted.first().equals(wanted.second()) ? index : index + 1;
                        }
                    }
                    case Repeated wanted -> {
                        List<Event> some = own.subList(from, index + 1).stream()
                                .filter(earlier -> earlier.type.equals("a") && earlier.at + 7 >= event.at)
                                .toList();
                        if (event.type.equals("a") && some.size() == wanted.times()) {
                            matches.add(new SequenceMatch(key, some.getFirst().at, event.at));
                            from = index + 1;
                        }
                    }
                }
            }
        }
        return matches;
    }
}
