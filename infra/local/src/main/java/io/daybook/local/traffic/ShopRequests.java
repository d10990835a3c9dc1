package io.daybook.local.traffic;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Words requests as the command-service's REST API has them; all amounts are of one currency. */
public final class ShopRequests {

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private final String currency;

    public ShopRequests(String currency) {
        this.currency = currency;
    }

    public ShopRequest register(String sku, String name, boolean stocked, @Nullable String category) {
        return post(RequestKind.PRODUCT, sku, "/products", new Product(sku, name, stocked, category));
    }

    /** Another name, for a product that is in no category: a revision states both. */
    public ShopRequest rename(String sku, String name) {
        return put(RequestKind.PRODUCT_NAME, sku, "/products/" + encoded(sku), new ProductName(name));
    }

    public ShopRequest listPrice(String sku, BigDecimal amount, Instant validFrom) {
        return put(
                RequestKind.LIST_PRICE,
                sku,
                "/products/" + encoded(sku) + "/list-price",
                new ListPrice(amount.toPlainString(), currency, validFrom.toString()));
    }

    public ShopRequest receipt(String sku, String receiptId, long quantity, Instant receivedAt) {
        return post(
                RequestKind.RECEIPT,
                sku + " " + receiptId,
                "/stock/" + encoded(sku) + "/receipts",
                new Receipt(receiptId, quantity, receivedAt.toString()));
    }

    public ShopRequest writeOff(String sku, String writeOffId, long quantity, String reason, Instant writtenOffAt) {
        return post(
                RequestKind.WRITE_OFF,
                sku + " " + writeOffId,
                "/stock/" + encoded(sku) + "/write-offs",
                new WriteOff(writeOffId, quantity, reason, writtenOffAt.toString()));
    }

    public ShopRequest order(Trade order) {
        return post(
                RequestKind.ORDER,
                order.id(),
                "/orders",
                new Order(
                        order.id(),
                        order.customerId(),
                        order.country(),
                        currency,
                        order.at().toString(),
                        lines(order)));
    }

    /** Goods taken back whose order is not known. */
    public ShopRequest goodsBack(Trade goods) {
        return post(
                RequestKind.RETURN,
                goods.id(),
                "/returns",
                new GoodsBack(
                        goods.id(),
                        goods.customerId(),
                        goods.country(),
                        currency,
                        goods.at().toString(),
                        lines(goods)));
    }

    /** Goods of one line of an order taken back. */
    public ShopRequest orderReturn(String orderId, String returnId, int line, long quantity, Instant returnedAt) {
        return post(
                RequestKind.RETURN,
                returnId,
                "/orders/" + encoded(orderId) + "/returns",
                new OrderReturn(returnId, List.of(new ReturnedLine(line, quantity)), returnedAt.toString()));
    }

    public ShopRequest adjustment(Adjustment adjustment) {
        return post(
                RequestKind.ADJUSTMENT,
                adjustment.id(),
                "/adjustments",
                new AdjustmentBody(
                        adjustment.id(),
                        adjustment.sku(),
                        adjustment.reason(),
                        adjustment.customerId(),
                        adjustment.country(),
                        adjustment.amount().toPlainString(),
                        currency,
                        adjustment.at().toString()));
    }

    public ShopRequest payment(String orderId, String paymentId, BigDecimal amount, Instant paidAt) {
        return post(
                RequestKind.PAYMENT,
                paymentId,
                "/orders/" + encoded(orderId) + "/payments",
                new Payment(paymentId, amount.toPlainString(), currency, paidAt.toString()));
    }

    public ShopRequest shipment(String orderId, Instant shippedAt) {
        return post(
                RequestKind.SHIPMENT,
                orderId,
                "/orders/" + encoded(orderId) + "/shipment",
                new Shipment(shippedAt.toString()));
    }

    public ShopRequest cancellation(String orderId, String reason, Instant cancelledAt) {
        return post(
                RequestKind.CANCELLATION,
                orderId,
                "/orders/" + encoded(orderId) + "/cancellation",
                new Cancellation(reason, cancelledAt.toString()));
    }

    private ShopRequest post(RequestKind kind, String subject, String path, Object body) {
        return new ShopRequest(kind, subject, "POST", path, json.writeValueAsString(body));
    }

    private ShopRequest put(RequestKind kind, String subject, String path, Object body) {
        return new ShopRequest(kind, subject, "PUT", path, json.writeValueAsString(body));
    }

    private static List<Line> lines(Trade trade) {
        return trade.lines().stream()
                .map(line ->
                        new Line(line.sku(), line.quantity(), line.unitPrice().toPlainString()))
                .toList();
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Product(
            String sku,
            String name,
            boolean stocked,
            @Nullable String category) {}

    private record ProductName(String name) {}

    private record ListPrice(String amount, String currency, String validFrom) {}

    private record Receipt(String receiptId, long quantity, String receivedAt) {}

    private record WriteOff(String writeOffId, long quantity, String reason, String writtenOffAt) {}

    private record Line(String sku, long quantity, String unitPrice) {}

    private record Order(
            String orderId,
            @Nullable String customerId,
            String country,
            String currency,
            String placedAt,
            List<Line> lines) {}

    private record GoodsBack(
            String returnId,
            @Nullable String customerId,
            String country,
            String currency,
            String returnedAt,
            List<Line> lines) {}

    private record ReturnedLine(int line, long quantity) {}

    private record OrderReturn(String returnId, List<ReturnedLine> lines, String returnedAt) {}

    private record AdjustmentBody(
            String adjustmentId,
            String sku,
            String reason,
            @Nullable String customerId,
            String country,
            String amount,
            String currency,
            String recordedAt) {}

    private record Payment(String paymentId, String amount, String currency, String paidAt) {}

    private record Shipment(String shippedAt) {}

    private record Cancellation(String reason, String cancelledAt) {}
}
