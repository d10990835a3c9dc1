package io.daybook.analytics.window.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel on seeded random events, against what looking at all events for each window gives. */
class KernelsTest {

    private static final int SEEDS = 25;
    private static final int EVENTS = 250;

    /** A kernel and how its oracle finds the same. */
    record Case(
            String name,
            long grace,
            long retention,
            Supplier<WindowKernel<BigDecimal>> kernel,
            UnaryOperator<Oracle> oracle) {

        Lateness lateness() {
            return new Lateness(grace, retention);
        }

        @Override
        public String toString() {
            return name + ", grace " + grace + ", retention " + retention;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                panes("tumbling", 20, 20, 0, 0),
                panes("tumbling", 20, 20, 5, 150),
                panes("hopping", 60, 20, 0, 40),
                panes("hopping", 60, 15, 10, 300),
                sessions(25, 0, 0),
                sessions(25, 10, 200),
                sliding(50, 0, 0),
                sliding(50, 7, 200),
                counted(5, 1, 0, 120),
                counted(5, 5, 3, 200),
                counted(6, 2, 10, 60),
                decayed(40, 0, 0),
                decayed(40, 6, 180));
    }

    static Stream<Object[]> casesAndSeeds() {
        return cases().flatMap(each -> LongStream.range(0, SEEDS).mapToObj(seed -> new Object[] {each, seed}));
    }

    @ParameterizedTest
    @MethodSource("casesAndSeeds")
    void endsWithWhatAllEventsComeTo(Case each, long seed) {
        RandomEvents random = new RandomEvents(seed);
        List<Observation<BigDecimal>> log = random.partitions(1, EVENTS).getFirst();
        Oracle oracle = each.oracle().apply(new Oracle(log, each.grace(), each.retention()));

        Recorded told = run(each, log, 1);

        assertThat(told.standing()).as("seed %d", seed).isEqualTo(oracle.expected());
        assertThat(told.dropped()).as("seed %d", seed).isEqualTo(oracle.dropped());
    }

    @ParameterizedTest
    @MethodSource("casesAndSeeds")
    void endsWithTheSameInWhateverOrderPartitionsAreRead(Case each, long seed) {
        RandomEvents random = new RandomEvents(seed);
        List<List<Observation<BigDecimal>>> log = random.partitions(3, EVENTS / 2);
        List<Observation<BigDecimal>> all = random.interleaved(log);
        Oracle oracle = each.oracle().apply(new Oracle(all, each.grace(), each.retention()));

        for (int order = 0; order < 3; order++) {
            Recorded told = run(each, random.interleaved(log), log.size());
            assertThat(told.standing()).as("seed %d", seed).isEqualTo(oracle.expected());
            assertThat(told.dropped()).as("seed %d", seed).isEqualTo(oracle.dropped());
        }
    }

    @ParameterizedTest
    @MethodSource("casesAndSeeds")
    void tellsTheSameWordForWordWhenItIsStoppedAndStartedAgain(Case each, long seed) {
        List<Observation<BigDecimal>> log =
                new RandomEvents(seed).partitions(1, EVENTS).getFirst();
        Recorded uninterrupted = new Recorded();
        Recorded interrupted = new Recorded();
        WindowKernel<BigDecimal> whole = each.kernel().get();
        WindowKernel<BigDecimal> inParts = each.kernel().get();
        Recorded.Store keptWhole = new Recorded.Store();
        Recorded.Store kept = new Recorded.Store();
        Random random = new Random(seed);
        for (Observation<BigDecimal> event : log) {
            observe(whole, event, uninterrupted);
            observe(inParts, event, interrupted);
            inParts.writeChanges(kept);
            if (random.nextInt(20) == 0) {
                long watermark = inParts.watermark();
                inParts = each.kernel().get();
                kept.feed(inParts);
                inParts.resume(watermark);
                inParts.forget(watermark);
            }
        }
        whole.writeChanges(keptWhole);

        assertThat(interrupted.words()).as("seed %d", seed).isEqualTo(uninterrupted.words());
        assertThat(kept.shown()).as("seed %d", seed).isEqualTo(keptWhole.shown());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showsWhatIsKeptOfAKeyTheClosedWindowsAsTheyWereTold(Case each) {
        List<Observation<BigDecimal>> log =
                new RandomEvents(7).partitions(1, EVENTS).getFirst();
        Recorded told = new Recorded();
        WindowKernel<BigDecimal> kernel = each.kernel().get();
        log.forEach(event -> observe(kernel, event, told));

        List<WindowResult> shown = kernel.windowsOf("k1", -10_000, 100_000, 1_000);

        assertThat(shown).hasSizeGreaterThanOrEqualTo(each.retention() > 100 ? 1 : 0);
        for (WindowResult window : shown) {
            WindowResult before = told.standing().get(window.key() + "/" + window.id());
            if (before != null && each.lateness().isClosed(window.end(), kernel.watermark())) {
                assertThat(Recorded.shown(window)).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("casesAndSeeds")
    void forgetsAKeyUpToATimeAndNoOther(Case each, long seed) {
        List<Observation<BigDecimal>> log =
                new RandomEvents(seed).partitions(1, EVENTS).getFirst();
        Random random = new Random(seed);
        int wished = random.nextInt(EVENTS / 4, EVENTS);
        Recorded told = new Recorded();
        Recorded undisturbed = new Recorded();
        WindowKernel<BigDecimal> kernel = each.kernel().get();
        WindowKernel<BigDecimal> other = each.kernel().get();
        Recorded.Store kept = new Recorded.Store();
        long until = Long.MIN_VALUE;
        for (Observation<BigDecimal> event : log) {
            if (event.offset() == wished) {
                until = kernel.reach(kernel.watermark() - random.nextInt(100));
                assertForgets(kernel, until, told);
            }
            if (event.key().equals("k1") && event.at() <= until) {
                kernel.advance(event.watermark(), told);
                kernel.forget(kernel.watermark());
            } else {
                observe(kernel, event, told);
            }
            observe(other, event, undisturbed);
            kernel.writeChanges(kept);
        }

        assertThat(ofOthers(told)).as("seed %d", seed).isEqualTo(ofOthers(undisturbed));
        WindowKernel<BigDecimal> restored = each.kernel().get();
        kept.feed(restored);
        restored.resume(kernel.watermark());
        restored.forget(kernel.watermark());
        assertThat(windowsOfOne(restored)).as("seed %d", seed).isEqualTo(windowsOfOne(kernel));
    }

    private static void assertForgets(WindowKernel<BigDecimal> kernel, long until, Recorded told) {
        List<WindowResult> before = windowsOfOne(kernel).stream()
                .filter(window -> window.end() <= until + 1)
                .toList();
        kernel.remove("k1"::equals, until, told);

        assertThat(windowsOfOne(kernel)).allMatch(window -> window.end() > until + 1);
        for (WindowResult window : before) {
            WindowResult standing = told.standing().get("k1/" + window.id());
            assertThat(standing == null || standing.end() > until + 1)
                    .as("%s", standing)
                    .isTrue();
        }
    }

    private static List<WindowResult> windowsOfOne(WindowKernel<BigDecimal> kernel) {
        return kernel.windowsOf("k1", -10_000, 100_000, 1_000);
    }

    private static Map<String, WindowResult> ofOthers(Recorded told) {
        Map<String, WindowResult> others = new TreeMap<>(told.standing());
        others.keySet().removeIf(key -> key.startsWith("k1/"));
        return others;
    }

    private static Recorded run(Case each, List<Observation<BigDecimal>> log, int partitions) {
        Recorded told = new Recorded();
        WindowKernel<BigDecimal> kernel = each.kernel().get();
        long[] reached = new long[partitions];
        Arrays.fill(reached, Lateness.NO_WATERMARK);
        for (Observation<BigDecimal> event : log) {
            kernel.observe(event, told);
            reached[event.partition()] = event.watermark();
            long lowest = Arrays.stream(reached).min().orElseThrow();
            if (lowest != Lateness.NO_WATERMARK) {
                kernel.forget(lowest);
            }
        }
        return told;
    }

    private static void observe(WindowKernel<BigDecimal> kernel, Observation<BigDecimal> event, Recorded told) {
        kernel.observe(event, told);
        kernel.forget(kernel.watermark());
    }

    private static Case panes(String name, long size, long advance, long grace, long retention) {
        long kept = Math.max(retention, size - advance + grace);
        return new Case(
                name,
                grace,
                kept,
                () -> new PaneKernel<>(size, advance, new Lateness(grace, kept), new Sum()),
                oracle -> oracle.panes(size, advance));
    }

    private static Case sessions(long gap, long grace, long retention) {
        return new Case(
                "session",
                grace,
                retention,
                () -> new SessionKernel<>(gap, new Lateness(grace, retention), new Sum()),
                oracle -> oracle.sessions(gap));
    }

    private static Case sliding(long size, long grace, long retention) {
        return new Case(
                "sliding",
                grace,
                retention,
                () -> new SequenceKernel<>(
                        new Lateness(grace, retention), new Sliding<>(size, new Sum(), Format.DECIMAL)),
                oracle -> oracle.sliding(size));
    }

    private static Case counted(int size, int every, long grace, long retention) {
        return new Case(
                "count " + size + " every " + every,
                grace,
                retention,
                () -> new SequenceKernel<>(
                        new Lateness(grace, retention), new Counted<>(size, every, new Sum(), Format.DECIMAL)),
                oracle -> oracle.counted(size, every));
    }

    private static Case decayed(long halfLife, long grace, long retention) {
        return new Case(
                "decayed",
                grace,
                retention,
                () -> new SequenceKernel<>(
                        new Lateness(grace, retention), new Continuous(Continuous.Kind.DECAYED, halfLife)),
                oracle -> oracle.decayed(halfLife));
    }
}
