package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.demand.TopSellers.Measure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopSellersTest {

    private static final Map<String, Sales> SOLD = Map.of(
            "cheap", sales(100, "1.00"),
            "dear", sales(1, "100.00"),
            "also dear", sales(1, "100"),
            "came back", sales(-1, "-1.00"),
            "postage", sales(0, "5.00"));

    @Test
    void ranksByUnits() {
        assertThat(skus(Measure.UNITS, 10)).containsExactly("cheap", "also dear", "dear");
    }

    @Test
    void ranksByRevenue() {
        assertThat(skus(Measure.REVENUE, 10)).containsExactly("also dear", "dear", "postage", "cheap");
    }

    @Test
    void stopsAtTheLimit() {
        assertThat(skus(Measure.REVENUE, 1)).containsExactly("also dear");
    }

    private static List<String> skus(Measure measure, int limit) {
        return TopSellers.of(SOLD, measure, limit).stream()
                .map(Map.Entry::getKey)
                .toList();
    }
}
