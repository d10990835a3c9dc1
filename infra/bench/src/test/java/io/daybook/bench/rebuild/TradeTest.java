package io.daybook.bench.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TradeTest {

    private static final int EVENTS = 120_000;
    private static final int OPENING = 12_000;
    private static final Offset<Double> ABOUT = within(0.02);

    @Test
    void hasTheMixOfTheImportedYear() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        List<String> events = trade(7);
        events.stream()
                .skip(OPENING)
                .forEach(event -> counts.merge(event.substring(0, event.indexOf('[')), 1, Integer::sum));

        double all = events.size() - OPENING;
        assertThat(counts.getOrDefault("StockReserved", 0) / all).isCloseTo(0.78, ABOUT);
        assertThat(counts.getOrDefault("ListPriceSet", 0) / all).isCloseTo(0.16, ABOUT);
        assertThat(counts.get("OrderPlaced")).isEqualTo(counts.get("OrderConfirmed"));
        assertThat(counts).containsKeys("GoodsReturned", "StockReceived");
    }

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        assertThat(trade(7)).isEqualTo(trade(7)).isNotEqualTo(trade(8));
    }

    private static List<String> trade(long seed) throws IOException {
        List<String> events = new ArrayList<>();
        new Trade(seed, (_, event, _) -> events.add(event.toString())).until(EVENTS);
        return events;
    }
}
