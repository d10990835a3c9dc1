package io.daybook.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * An amount of a currency. The scale is 0 to 4, since real trade has unit prices of 0.001; more digits are refused,
 * never rounded. In JSON the amount is a decimal string.
 *
 * @param currency an ISO 4217 code such as {@code GBP}
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

    /** The most digits after the decimal point. */
    public static final int MAX_SCALE = 4;

    public Money {
        amount = Require.amount(amount, "amount");
        currency = Require.currency(currency, "currency");
    }

    /** Reads a decimal such as {@code 2.55}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
