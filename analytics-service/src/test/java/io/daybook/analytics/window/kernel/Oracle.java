package io.daybook.analytics.window.kernel;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What must stand in the end, found by looking at all events for each window; shares no code with the kernels. */
final class Oracle {

    private final List<Observation<BigDecimal>> events;
    private final long grace;
    private final long retention;
    private final long watermark;
    private final Map<String, WindowResult> expected = new TreeMap<>();
    private final List<String> dropped = new ArrayList<>();

    Oracle(List<Observation<BigDecimal>> all, long grace, long retention) {
        this.events = all.stream()
                .sorted(Comparator.<Observation<BigDecimal>>comparingLong(Observation::at)
                        .thenComparingInt(Observation::partition)
                        .thenComparingLong(Observation::offset))
                .toList();
        this.grace = grace;
        this.retention = retention;
        this.watermark = all.stream().mapToLong(Observation::watermark).max().orElseThrow();
    }

    Map<String, WindowResult> expected() {
        return expected;
    }

    List<String> dropped() {
        return dropped.stream().sorted().toList();
    }

    /** Every start from the first event to the last is tried. */
    Oracle panes(long size, long advance) {
        List<Observation<BigDecimal>> kept =
                keep(event -> Math.floorDiv(event.at(), advance) * advance + advance + retention > event.watermark());
        for (long start = -2_000; start < watermark + size; start++) {
            if (start % advance == 0 && start + size + grace <= watermark) {
                window(kept, start, start + size, start);
            }
        }
        return this;
    }

    Oracle sliding(long size) {
        List<Observation<BigDecimal>> kept = keep(event -> event.at() + 1 + retention > event.watermark());
        for (Observation<BigDecimal> event : kept) {
            if (event.at() + 1 + grace <= watermark) {
                List<Observation<BigDecimal>> within = kept.stream()
                        .filter(other -> other.key().equals(event.key()))
                        .filter(other -> other.at() > event.at() - size && other.at() <= event.at())
                        .toList();
                long late = within.stream()
                        .filter(other -> isLate(other, other.at() + 1))
                        .count();
                long start = event.at() - size + 1;
                tell(event.key(), start, start, event.at() + 1, sum(within), within.size(), late, late);
            }
        }
        return this;
    }

    Oracle sessions(long gap) {
        List<Observation<BigDecimal>> kept = keep(event -> event.at() + gap + retention > event.watermark());
        for (String key : keys(kept)) {
            List<Observation<BigDecimal>> session = new ArrayList<>();
            for (Observation<BigDecimal> event : of(key, kept)) {
                if (!session.isEmpty() && event.at() - session.getLast().at() >= gap) {
                    session(session, gap);
                    session.clear();
                }
                session.add(event);
            }
            session(session, gap);
        }
        return this;
    }

    private void session(List<Observation<BigDecimal>> session, long gap) {
        long start = session.getFirst().at();
        long end = session.getLast().at() + gap;
        long late =
                session.stream().filter(event -> isLate(event, event.at() + 1)).count();
        if (end + grace <= watermark) {
            tell(session.getFirst().key(), start, start, end, sum(session), session.size(), late, late);
        }
    }

    Oracle counted(int size, int every) {
        List<Observation<BigDecimal>> kept = keep(event -> event.at() + 1 + retention > event.watermark());
        for (String key : keys(kept)) {
            List<Observation<BigDecimal>> own = of(key, kept);
            for (int number = every; number <= own.size(); number += every) {
                List<Observation<BigDecimal>> window = own.subList(Math.max(0, number - size), number);
                if (window.getLast().at() + 1 + grace <= watermark) {
                    tell(
                            key,
                            number,
                            window.getFirst().at(),
                            window.getLast().at() + 1,
                            sum(window),
                            window.size(),
                            window.stream()
                                    .filter(event -> isLate(event, event.at() + 1))
                                    .count(),
                            own.subList(0, number).stream()
                                    .filter(event -> isLate(event, event.at() + 1))
                                    .count());
                }
            }
        }
        return this;
    }

    Oracle decayed(long halfLife) {
        List<Observation<BigDecimal>> kept = keep(event -> event.at() + 1 + retention > event.watermark());
        for (String key : keys(kept)) {
            BigDecimal level = BigDecimal.ZERO;
            long last = 0;
            long count = 0;
            long late = 0;
            for (Observation<BigDecimal> event : of(key, kept)) {
                BigDecimal factor = new BigDecimal(StrictMath.pow(2, (last - event.at()) / (double) halfLife));
                level = count == 0
                        ? event.value()
                        : level.multiply(factor, DECIMAL128).add(event.value(), DECIMAL128);
                last = event.at();
                count++;
                late += isLate(event, event.at() + 1) ? 1 : 0;
                if (event.at() + 1 + grace <= watermark) {
                    tell(key, event.at(), event.at(), event.at() + 1, level, count, late, late);
                }
            }
        }
        return this;
    }

    private void window(List<Observation<BigDecimal>> kept, long start, long end, long id) {
        for (String key : keys(kept)) {
            List<Observation<BigDecimal>> within = of(key, kept).stream()
                    .filter(event -> event.at() >= start && event.at() < end)
                    .toList();
            if (!within.isEmpty()) {
                long late = within.stream().filter(event -> isLate(event, end)).count();
                tell(key, id, start, end, sum(within), within.size(), late, late);
            }
        }
    }

    private boolean isLate(Observation<BigDecimal> event, long end) {
        return event.watermark() >= end + grace;
    }

    private List<Observation<BigDecimal>> keep(Predicate<Observation<BigDecimal>> inTime) {
        events.stream().filter(inTime.negate()).map(Observation::toString).forEach(dropped::add);
        return events.stream().filter(inTime).toList();
    }

    private static List<String> keys(List<Observation<BigDecimal>> events) {
        return events.stream().map(Observation::key).distinct().sorted().toList();
    }

    private static List<Observation<BigDecimal>> of(String key, List<Observation<BigDecimal>> events) {
        return events.stream().filter(event -> event.key().equals(key)).toList();
    }

    private static BigDecimal sum(List<Observation<BigDecimal>> events) {
        return events.stream().map(Observation::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void tell(
            String key, long id, long start, long end, BigDecimal value, long count, long late, long correction) {
        expected.put(
                key + "/" + id,
                new WindowResult(key, id, start, end, value.stripTrailingZeros(), count, late, correction));
    }
}
