package io.daybook.bench.http;

import io.daybook.bench.rebuild.TradeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** What an auditor asks {@code GET /events} of the trade in a filled store. */
final class EventQuestionnaire {

    private static final long SEED = 20_261_126;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String[] ACTORS = {
        "shop-germany", "shop-united-kingdom", "pricing-engine", "WhenOrderPlacedReserveStock", "operator-3"
    };

    private final Random random = new Random(SEED);
    private final long events;
    private final Map<String, Supplier<String>> filters = new LinkedHashMap<>();

    EventQuestionnaire(long events) {
        this.events = events;
        filters.put("all", () -> "");
        filters.put("entity_frequent", () -> "entity=stock:" + TradeStore.popularSku(random));
        filters.put("entity_rare", () -> "entity=order:" + TradeStore.order(random.nextLong(events / 40)));
        filters.put("type_and_time", this::typeAndTime);
        filters.put("actor", () -> "actor=" + ACTORS[random.nextInt(ACTORS.length)]);
        filters.put("payload_frequent", () -> "payload.country=France");
        filters.put("payload_rare", () -> "payload.customerId=" + TradeStore.customer(random));
        filters.put("payload_in_list", () -> "payload.lines.sku=" + TradeStore.popularSku(random));
        filters.put("correlation", () -> "correlationId=" + TradeStore.request(random.nextLong(events / 6)));
        filters.put("word", () -> "q=heart");
        // two that are frequent each, and meet never, once in 60,000 events, or only in the payload
        filters.put("pair_never", () -> "type=OrderPlaced&actor=pricing-engine");
        filters.put("pair_hardly", () -> "type=StockReserved&actor=shop-germany");
        filters.put("pair_of_payload", () -> "entityType=stock&payload.country=France");
        filters.put("three_of_payload", () -> "entityType=order&payload.currency=GBP&command=" + TradeStore.PRICING);
    }

    private String typeAndTime() {
        Instant from = TradeStore.recordedAt(random.nextLong(events));
        return "type=StockReceived&from=%s&to=%s".formatted(from, from.plus(WINDOW));
    }

    /** A request for each kind of page, by its key. */
    Map<String, String> round() {
        Map<String, String> paths = new LinkedHashMap<>();
        filters.forEach((key, filter) -> {
            for (String sort : new String[] {"-position", "position"}) {
                String path = "/events?sort=" + sort + "&" + filter.get();
                String end = sort.startsWith("-") ? "_newest" : "_oldest";
                long inside = events / 10 + random.nextLong(events * 8 / 10);
                paths.put(key + end, path);
                paths.put(key + end + "_deep", path + "&cursor=" + inside);
            }
        });
        return paths;
    }
}
