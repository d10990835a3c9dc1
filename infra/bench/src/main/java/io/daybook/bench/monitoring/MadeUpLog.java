package io.daybook.bench.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Cause;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Facts of a log as monitoring reads them, of a shop that sells some thousand orders a day, more at noon than at night:
 * each order of three lines is placed, confirmed, paid and shipped, with more events between that are of no concern. It
 * begins with the usual watches.
 */
final class MadeUpLog {

    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final double DAY = 86_400_000;
    private static final double USUAL_PAUSE = 40_000;
    private static final int COUNTRIES = 12;
    private static final int CATEGORIES = 20;
    private static final int PRODUCTS = 500;
    private static final int LINES = 3;

    private final List<byte[]> facts = new ArrayList<>();
    private final Random random;

    private MadeUpLog(long seed) {
        random = new Random(seed);
    }

    static List<byte[]> of(int events, long seed) {
        MadeUpLog log = new MadeUpLog(seed);
        UsualWatches.all()
                .forEach(
                        (name, definition) -> log.facts.add(UsualWatches.defined(log.facts.size() + 1, name, definition)
                                .bytes()));
        for (int product = 0; product < PRODUCTS; product++) {
            log.add("ProductRegistered", "product:P" + product, START, List.of(), List.of("C" + product % CATEGORIES));
        }
        double at = START;
        for (int order = 0; log.facts.size() < events; order++) {
            double busy = 1 - 0.9 * Math.cos(2 * Math.PI * (at - START) / DAY);
            at += -Math.log(1 - log.random.nextDouble()) * USUAL_PAUSE / busy;
            log.order("order:" + order, (long) at);
        }
        return List.copyOf(log.facts.subList(0, events));
    }

    private void order(String id, long at) {
        List<Line> lines = IntStream.range(0, LINES)
                .mapToObj(_ -> new Line("P" + random.nextInt(PRODUCTS), 10_000 + random.nextInt(500_000)))
                .toList();
        add("OrderPlaced", id, at, lines, List.of());
        others(LINES);
        add("OrderConfirmed", id, LogEvent.NO_TIME, at + 20, lines, List.of());
        add("PaymentRecorded", id, at + 30, List.of(), List.of());
        others(LINES);
        add("OrderShipped", id, at + 40, lines, List.of());
    }

    private void others(int many) {
        for (int other = 0; other < many; other++) {
            facts.add(LogEvent.other(facts.size() + 1).bytes());
        }
    }

    private void add(String type, String subject, long at, List<Line> lines, List<String> texts) {
        add(type, subject, at, at, lines, texts);
    }

    private void add(String type, String subject, long at, long recorded, List<Line> lines, List<String> texts) {
        String country = "Country " + Math.floorMod(subject.hashCode(), COUNTRIES);
        Cause cause = new Cause("event-" + facts.size(), "request-" + subject);
        facts.add(new LogEvent(facts.size() + 1, type, subject, at, recorded, country, "GBP", cause, lines, texts)
                .bytes());
    }
}
