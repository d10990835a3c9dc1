package io.daybook.command.order;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import io.daybook.api.order.event.OrderLine;
import io.daybook.command.catalog.Assortment;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the lines of a request whole: numbers them, and fills in what the catalog and the price list know. */
@Component
final class LinePricing {

    private final Assortment assortment;
    private final LinePrices prices;

    LinePricing(Assortment assortment, LinePrices prices) {
        this.assortment = assortment;
        this.prices = prices;
    }

    /** The lines of an order, each with its price. Only what is on sale is sold. */
    SoldLines sold(@Nullable List<RequestedLine> requested, String currency) {
        SoldLines sold = new SoldLines(new ArrayList<>(), new ArrayList<>());
        for (RequestedLine line : Require.lines(requested, "lines")) {
            int number = sold.lines().size() + 1;
            String sku = Require.identifier(line.sku(), path(sold.lines()) + "sku");
            boolean stocked = assortment.findOnSale(sku).stocked();
            LinePrices.Price price = prices.of(line, number, sku, currency, path(sold.lines()));
            sold.lines().add(new OrderLine(number, sku, line.quantity(), price.unitPrice(), stocked, price.receipt()));
            if (price.lapsed() != null) {
                sold.lapsed().add(price.lapsed());
            }
        }
        return sold;
    }

    /** The lines of a return; what has been withdrawn since comes back too. */
    List<OrderLine> returned(@Nullable List<RequestedLine> requested) {
        List<OrderLine> lines = new ArrayList<>();
        for (RequestedLine line : Require.lines(requested, "lines")) {
            String sku = Require.identifier(line.sku(), path(lines) + "sku");
            if (line.unitPrice() == null) {
                throw new InvalidValue(path(lines) + "unitPrice", "is required");
            }
            boolean stocked = assortment.find(sku).stocked();
            lines.add(new OrderLine(lines.size() + 1, sku, line.quantity(), line.unitPrice(), stocked));
        }
        return lines;
    }

    private static String path(List<OrderLine> before) {
        return "lines[" + before.size() + "].";
    }

    /**
     * A line as a caller sends it. Of the last three at most one is given; a line without gets the current list price.
     *
     * @param unitPrice the price agreed on, whatever the list says
     * @param quote the token of a quote
     * @param expectedUnitPrice what the list price must be
     */
    record RequestedLine(
            @Fit(Kind.IDENTIFIER) @Nullable String sku,
            @Fit(Kind.QUANTITY) long quantity,

            @Fit(value = Kind.AMOUNT, optional = true) @Nullable BigDecimal unitPrice,

            @Nullable String quote,

            @Fit(value = Kind.AMOUNT, optional = true) @Nullable BigDecimal expectedUnitPrice) {}
}
