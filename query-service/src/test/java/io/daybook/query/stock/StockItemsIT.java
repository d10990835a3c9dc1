package io.daybook.query.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.query.EventLog;
import io.daybook.query.QueryServiceScenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StockItemsIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-01-04T10:00:00Z");

    @Test
    void foldsManyEventsOfFewItemsInOrder() {
        List<String> skus = IntStream.range(0, 7).mapToObj(_ -> fresh("SKU")).toList();
        EventLog.Batch batch = log.batch();
        skus.forEach(sku -> batch.add("stock:" + sku, new StockReceived(sku, "R-1", 5_000, "DELIVERY", NOW)));
        for (int i = 0; i < 2_100; i++) {
            String sku = skus.get(i % skus.size());
            batch.add("stock:" + sku, new StockReserved(sku, "O-" + i + "/1", 2));
        }
        batch.append();
        awaitProjections();

        for (String sku : skus) {
            Answer answer = get("/stock/" + sku);
            assertThat(answer.body().path("onHand").asLong()).isEqualTo(5_000);
            assertThat(answer.body().path("reserved").asLong()).isEqualTo(600);
            assertThat(answer.body().path("available").asLong()).isEqualTo(4_400);
        }
        assertThat(pages("/stock?limit=3")).hasSizeGreaterThanOrEqualTo(skus.size());
    }
}
