package io.daybook.local.onlineretail;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice.
 *
 * @param quantity never 0; negative for goods that came back or went missing
 * @param time minutes of UK local time
 */
record InvoiceRow(
        long line,
        String invoice,
        String sku,
        String description,
        long quantity,
        LocalDateTime time,
        BigDecimal unitPrice,
        @Nullable String customerId,
        String country)
        implements Row {

    static final ZoneId SHOP_ZONE = ZoneId.of("Europe/London");

    Instant instant() {
        return time.atZone(SHOP_ZONE).toInstant();
    }

    boolean isCancellation() {
        return invoice.startsWith("C");
    }

    boolean isAdjustment() {
        return invoice.startsWith("A");
    }

    /** Sold in the ordinary way, at a price or free. */
    boolean isSale() {
        return !isCancellation() && !isAdjustment() && quantity > 0;
    }

    boolean isWriteOff() {
        return !isCancellation() && !isAdjustment() && quantity < 0;
    }

    /** Somebody was charged for it, or got the charge back. */
    boolean isPriced() {
        return unitPrice.signum() != 0;
    }

    BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    RowKind kind() {
        if (isAdjustment()) {
            return RowKind.ADJUSTMENT;
        }
        if (isCancellation()) {
            return RowKind.RETURN_LINE;
        }
        if (isWriteOff()) {
            return RowKind.WRITE_OFF;
        }
        if (ServiceCodes.contains(sku)) {
            return RowKind.SERVICE_LINE;
        }
        return isPriced() ? RowKind.ORDER_LINE : RowKind.FREE_LINE;
    }
}
