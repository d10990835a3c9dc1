package io.daybook.api.order.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order or return: pieces of a SKU at a unit price with a scale of at most 4; lines are numbered from 1.
 *
 * @param priceReceipt where the unit price comes from; null where the caller named it
 */
public record OrderLine(
        int line,
        String sku,
        long quantity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
        boolean stocked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PriceReceipt priceReceipt) {

    /** A line at a price that the caller named. */
    public OrderLine(int line, String sku, long quantity, BigDecimal unitPrice, boolean stocked) {
        this(line, sku, quantity, unitPrice, stocked, null);
    }

    /** The line's worth: quantity times unit price, exact. */
    public BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    /** The deterministic id under which this line of an order is reserved. */
    public String reservationId(String orderId) {
        return orderId + "/" + line;
    }

    /** The order whose line is reserved under this id. */
    public static String orderOf(String reservationId) {
        return reservationId.substring(0, reservationId.lastIndexOf('/'));
    }

    /**
     * The lines with every value checked and in its plain form, 1 to 5,000 of them, numbered once each; else an
     * {@code InvalidValue} whose field is the place in the list, from 0.
     */
    public static List<OrderLine> checked(List<OrderLine> lines) {
        List<OrderLine> checked = Require.lines(lines, "lines");
        if (checked.stream().map(OrderLine::line).distinct().count() != checked.size()) {
            throw new InvalidValue("lines", "must be numbered once each");
        }
        return IntStream.range(0, checked.size())
                .mapToObj(index -> checked.get(index).checked("lines[" + index + "]."))
                .toList();
    }

    private OrderLine checked(String path) {
        Require.quantity(quantity, path + "quantity");
        BigDecimal price = Require.amount(unitPrice, path + "unitPrice");
        if (price.signum() < 0) {
            throw new InvalidValue(path + "unitPrice", "must not be negative");
        }
        return new OrderLine(line, Require.identifier(sku, path + "sku"), quantity, price, stocked, priceReceipt);
    }
}
