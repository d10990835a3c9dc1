package io.daybook.query.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.stock.event.StockReceived;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.Watcher;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventStreamIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");

    private final String sku = fresh("SKU");

    private long received(String of, String reference) {
        log.append("stock:" + of, new StockReceived(of, reference, 1, "DELIVERY", NOW));
        return log.head();
    }

    @Test
    void sendsEachEventThatIsWantedAndNoOther() throws Exception {
        received(sku, "BEFORE");
        try (Watcher watcher = Watcher.of(at("/events?payload.sku=" + sku), "")) {
            for (int i = 0; i < 200; i++) {
                received(i % 2 == 0 ? sku : fresh("SKU"), "R-" + i);
            }
            for (int i = 0; i < 200; i += 2) {
                assertThat(watcher.next()).contains("event:StockReceived").contains("\"R-" + i + "\"");
            }
        }
    }

    @Test
    void goesOnAfterTheLastThatTheClientHas() throws Exception {
        long first = received(sku, "R-1");
        long second = received(sku, "R-2");
        try (Watcher watcher = Watcher.of(at("/events?entity=stock:" + sku), Long.toString(first))) {
            assertThat(watcher.next()).contains("id:" + second).contains("\"R-2\"");
            received(sku, "R-3");
            assertThat(watcher.next()).contains("\"R-3\"");
        }
        try (Watcher watcher = Watcher.of(at("/events?entity=stock:" + sku + "&after=" + (first - 1)), "")) {
            assertThat(watcher.next()).contains("\"R-1\"");
        }
    }

    @Test
    void writesDownHowManyItHasSent() throws Exception {
        String path = "/events?entity=stock:" + sku;
        try (Watcher watcher = Watcher.of(at(path), "")) {
            received(sku, "R-1");
            watcher.next();
        }
        // a write tells the server that its client is gone
        await().atMost(PATIENCE).untilAsserted(() -> {
            received(sku, fresh("R"));
            assertThat(get("/audit/queries?shownAs=SSE&request=" + path)
                            .body()
                            .path("items")
                            .path(0)
                            .path("shown")
                            .asLong())
                    .isPositive();
        });
    }

    @Test
    void refusesWhatIsNotFit() {
        assertThat(getWith("/events?type=Nonsense", "Accept", "text/event-stream")
                        .status())
                .isEqualTo(400);
        assertThat(getWith("/events?limit=3", "Accept", "text/event-stream").status())
                .isEqualTo(400);
    }
}
