package io.daybook.command.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.CommandServiceScenario;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Decides from snapshots in the database: they are frequent here, and nothing is kept in memory. */
@TestPropertySource(properties = {"daybook.command.snapshot-every=3", "daybook.command.cached-aggregates=0"})
class SnapshotIT extends CommandServiceScenario {

    @Test
    void decidesFromASnapshotWhatItDecidedFromTheEvents() {
        String sku = productWithStock(0);
        for (int receipt = 1; receipt <= 10; receipt++) {
            receive(sku, receipt, 1).expectStatus().isCreated().expectHeader().exists("Event-Position");
        }

        assertThat(events.readEvents("stock:" + sku).peek().getPayloadType()).isEqualTo(StockItem.class);
        receive(sku, 1, 1)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(false);
        receive(sku, 1, 2).expectStatus().isEqualTo(409);
        writeOff(sku, 11).expectStatus().isEqualTo(409);
        writeOff(sku, 10).expectStatus().isCreated();
    }

    private RestTestClient.ResponseSpec receive(String sku, int receipt, int quantity) {
        return post(
                "/stock/" + sku + "/receipts", "{\"receiptId\":\"%d\",\"quantity\":%d}".formatted(receipt, quantity));
    }

    private RestTestClient.ResponseSpec writeOff(String sku, int quantity) {
        return post("/stock/" + sku + "/write-offs", "{\"quantity\":%d,\"reason\":\"broken\"}".formatted(quantity));
    }
}
