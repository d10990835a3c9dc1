package io.daybook.query.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.alert.Alerts;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.Watcher;
import io.daybook.testing.TestTokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LiveIT extends QueryServiceScenario {

    /** Of the operating system, for one connection. */
    private static final int MORE_THAN_BUFFERS = 6 << 20;

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");

    @Autowired
    private LiveHub hub;

    @Test
    void sendsTheStateOfAProductAndEachChange() throws Exception {
        String sku = fresh("SKU");
        happened("product:" + sku, new ProductRegistered(sku, "FIRST", true, null));
        happened("stock:" + sku, new StockReceived(sku, "R-1", 10, "DELIVERY", NOW));

        try (Watcher watcher = watch("/live/products/" + sku, "")) {
            assertThat(watcher.next()).contains("event:product").contains("FIRST");
            assertThat(watcher.next()).contains("event:stock").contains("\"onHand\":10");
            log.append("price:" + sku, new ListPriceSet(sku, new BigDecimal("2.55"), "GBP", NOW));
            assertThat(watcher.next()).contains("event:price").contains("2.55");
            log.append("stock:" + sku, new StockReceived(sku, "R-2", 5, "DELIVERY", NOW));
            assertThat(watcher.next())
                    .contains("event:stock")
                    .contains("\"onHand\":15")
                    .contains("id:" + log.head());
        }
    }

    @Test
    void resumesAfterTheLastEventThatTheClientHas() throws Exception {
        String sku = fresh("SKU");
        happened("product:" + sku, new ProductRegistered(sku, "FIRST", true, null));
        long last = log.head();
        try (Watcher watcher = watch("/live/products/" + sku, Long.toString(last))) {
            log.append("product:" + sku, new ProductRevised(sku, "SECOND", null));
            assertThat(watcher.next()).as("what it has is not sent again").contains("SECOND");
        }
        happened("product:" + sku, new ProductRevised(sku, "THIRD", null));
        try (Watcher watcher = watch("/live/products/" + sku, Long.toString(last))) {
            assertThat(watcher.next()).as("what it missed").contains("THIRD").contains("id:" + log.head());
        }
    }

    @Test
    void showsTheProgressOfAnOrderAndTheTotalsOfSales() throws Exception {
        OrderEvents order = new OrderEvents(fresh("O"), null, "France", "XLV", NOW);
        var line = OrderEvents.line(1, fresh("SKU"), 2, "2.55");
        happened("order:" + order.orderId(), order.placed(line));

        try (Watcher watcher = watch("/live/orders/" + order.orderId(), "");
                Watcher totals = watch("/sales/live?currency=" + order.currency(), "")) {
            assertThat(watcher.next()).contains("\"status\":\"PLACED\"");
            totals.next();
            log.append("order:" + order.orderId(), order.confirmed(line));
            assertThat(watcher.next()).contains("\"status\":\"CONFIRMED\"");
            assertThat(totals.next()).contains("event:totals").contains("\"revenue\":\"5.10\"");
        }
    }

    @Test
    void showsWhoLooksAfterAnAlertAndStreamsEachThatIsRaised() throws Exception {
        String first = fresh("ALERT");
        String second = fresh("ALERT");
        happened("alert:" + first, Alerts.raised(first));

        try (Watcher watcher = watch("/live/alerts/" + first, "");
                Watcher raised = watch("/events?type=AlertRaised&entity=alert:" + second, "")) {
            assertThat(watcher.next()).contains("event:alert").contains("\"status\":\"OPEN\"");
            log.append("alert:" + first, Alerts.acknowledged(first));
            assertThat(watcher.next()).contains("\"acknowledgedBy\":\"ann\"");
            log.append("alert:" + second, Alerts.raised(second));
            assertThat(raised.next()).contains(second);
        }
    }

    @Test
    void dropsWhoDoesNotReadAndLetsNobodyWaitForIt() throws Exception {
        OrderEvents order = new OrderEvents(fresh("O"), null, "France", "GBP", NOW);
        var line = OrderEvents.line(1, fresh("SKU"), 2, "2.55");
        happened("order:" + order.orderId(), order.placed(line));
        long others = hub.streams();
        String path = "/live/orders/" + order.orderId();

        try (Watcher watcher = watch(path, "");
                Socket idle = askAndNotRead(path)) {
            watcher.next();
            eventually(() -> assertThat(hub.streams()).isEqualTo(others + 2));
            log.append("order:" + order.orderId(), cancelled(order, "x".repeat(MORE_THAN_BUFFERS)));
            assertThat(watcher.next()).contains("\"status\":\"CANCELLED\"");

            eventually(() ->
                    assertThat(hub.streams()).as("the one that reads stays").isEqualTo(others + 1));
            assertThat(idle.isClosed()).isFalse();
            log.append("order:" + order.orderId(), cancelled(order, "again"));
            assertThat(watcher.next()).contains("again");
        }
    }

    private static OrderCancelled cancelled(OrderEvents order, String reason) {
        return new OrderCancelled(
                order.orderId(), null, order.country(), "GBP", NOW, "CUSTOMER", reason, false, List.of());
    }

    private Socket askAndNotRead(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        URI address = at(path);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(path, TestTokens.withAllScopes())
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion);
    }

    @Test
    void refusesTotalsOfWhatIsNotFit() {
        assertThat(get("/sales/live?currency=c-1").text("code")).isEqualTo("INVALID_VALUE");
        assertThat(get("/sales/live?curency=GBP").text("code")).isEqualTo("INVALID_VALUE");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(get("/live/products/" + fresh("NONE")).text("code")).isEqualTo("PRODUCT_UNKNOWN");
        assertThat(get("/live/orders/" + fresh("NONE")).text("code")).isEqualTo("ORDER_UNKNOWN");
    }

    private Watcher watch(String path, String lastEventId) throws Exception {
        return Watcher.of(at(path), lastEventId);
    }
}
