package io.daybook.command.order;

import io.daybook.api.InvalidValue;
import io.daybook.api.Money;
import io.daybook.api.RejectionCode;
import io.daybook.api.Require;
import io.daybook.api.order.event.OrderLine;
import io.daybook.command.catalog.Assortment;
import io.daybook.command.platform.Rejected;
import io.daybook.command.pricing.PriceList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the lines of a request whole: numbers them, and fills in what the catalog and the price list know. */
@Component
final class LinePricing {

    private final Assortment assortment;
    private final PriceList prices;

    LinePricing(Assortment assortment, PriceList prices) {
        this.assortment = assortment;
        this.prices = prices;
    }

    /** The lines of an order; a line without a price gets the current list price. Only what is on sale is sold. */
    List<OrderLine> sold(@Nullable List<RequestedLine> requested, String currency) {
        List<OrderLine> lines = new ArrayList<>();
        for (RequestedLine line : Require.lines(requested, "lines")) {
            String sku = Require.identifier(line.sku(), path(lines) + "sku");
            boolean stocked = assortment.findOnSale(sku).stocked();
            BigDecimal price = line.unitPrice() == null ? listPrice(sku, currency) : line.unitPrice();
            lines.add(new OrderLine(lines.size() + 1, sku, line.quantity(), price, stocked));
        }
        return lines;
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

    private BigDecimal listPrice(String sku, String currency) {
        Money price = prices.find(sku);
        if (!price.currency().equals(currency)) {
            throw new Rejected(
                    RejectionCode.CURRENCY_MISMATCH,
                    "The price of %s is in %s, not %s".formatted(sku, price.currency(), currency));
        }
        return price.amount();
    }

    private static String path(List<OrderLine> before) {
        return "lines[" + before.size() + "].";
    }

    /** A line as a caller sends it. */
    record RequestedLine(
            @Nullable String sku, long quantity, @Nullable BigDecimal unitPrice) {}
}
