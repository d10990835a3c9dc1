package io.daybook.bench.http;

import io.daybook.bench.recommend.Click;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * How long after a click was acknowledged a recommendation takes it into account, on a service that is otherwise idle:
 * each click is the first of a new visit, which is then asked for until an item is there because of it.
 */
final class ClickToShown {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int DIGITS = 3;

    private final RecommenderClient client;
    private final List<String> items;
    private Instant next;
    private int visits;

    /** Clicks of items that have neighbours, a second apart, after all that there are. */
    ClickToShown(RecommenderClient client, List<Click> before) {
        this.client = client;
        this.items = before.stream()
                .map(Click::item)
                .distinct()
                .filter(item -> isReason(client.next(RecommenderClient.byItems(List.of(item))), item))
                .toList();
        this.next = before.getLast().at();
    }

    /** The times in microseconds of so many clicks. */
    Histogram measure(int clicks) {
        Histogram micros = new Histogram(LIMIT.toNanos() / 1_000, DIGITS);
        for (int number = 0; number < clicks; number++) {
            next = next.plusSeconds(1);
            visits++;
            micros.recordValue(measure(new Click("click-" + visits, items.get(visits % items.size()), next)));
        }
        return micros;
    }

    private long measure(Click click) {
        client.post(click);
        long acknowledged = System.nanoTime();
        while (!isReason(client.next(RecommenderClient.bySession(click.session())), click.item())) {
            if (System.nanoTime() - acknowledged > LIMIT.toNanos()) {
                throw new IllegalStateException("A click was not taken into account within " + LIMIT);
            }
        }
        return (System.nanoTime() - acknowledged) / 1_000;
    }

    private static boolean isReason(JsonNode answer, String item) {
        for (JsonNode shown : answer.at("/items")) {
            if (shown.at("/because/item").asString("").equals(item)) {
                return true;
            }
        }
        return false;
    }
}
