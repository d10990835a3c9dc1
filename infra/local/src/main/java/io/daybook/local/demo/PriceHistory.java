package io.daybook.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the goods cost on which day: in the third week the dearest get dearer, and in the last week candles are on
 * offer.
 */
final class PriceHistory {

    private static final BigDecimal DEAR = new BigDecimal("20.00");
    private static final BigDecimal RISE = new BigDecimal("1.10");
    private static final BigDecimal OFFER = new BigDecimal("0.80");

    static final LocalDate RISE_DAY = Calendar.FIRST_DAY.plusWeeks(2);
    static final LocalDate OFFER_DAY = Calendar.FIRST_DAY.plusWeeks(3);

    /** A price from a day on. */
    record Change(Product product, BigDecimal price, LocalDate from) {}

    BigDecimal price(Product product, LocalDate date) {
        if (rises(product) && !date.isBefore(RISE_DAY)) {
            return cents(product.price().multiply(RISE));
        }
        if (isOnOffer(product) && !date.isBefore(OFFER_DAY)) {
            return cents(product.price().multiply(OFFER));
        }
        return product.price();
    }

    List<Change> changes(List<Product> products) {
        List<Change> changes = new ArrayList<>();
        for (Product product : products) {
            if (rises(product)) {
                changes.add(new Change(product, price(product, RISE_DAY), RISE_DAY));
            }
            if (isOnOffer(product)) {
                changes.add(new Change(product, price(product, OFFER_DAY), OFFER_DAY));
            }
        }
        return changes;
    }

    private static boolean rises(Product product) {
        return product.price().compareTo(DEAR) > 0;
    }

    private static boolean isOnOffer(Product product) {
        return product.sku().startsWith("CANDLE-");
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
