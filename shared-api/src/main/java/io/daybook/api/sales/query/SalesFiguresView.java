package io.daybook.api.sales.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * The figures of a part of the sales book, exact.
 *
 * @param revenue sales less returns and cancellations, with adjustments
 * @param units pieces sold less pieces that came back
 * @param orders orders confirmed
 * @param customers customers named in anything booked
 * @param products stock codes in anything booked
 */
public record SalesFiguresView(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal revenue,
        long units,
        long orders,
        long customers,
        long products,
        CancellationsView cancellations) {}
