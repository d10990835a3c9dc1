package io.daybook.query.sales;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.event.OrderLine;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.query.OrderEvents;
import io.daybook.query.sales.Booking.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookingRulesTest {

    private static final Instant NOW = Instant.parse("2010-12-01T08:26:00Z");
    private static final OrderEvents ORDER = new OrderEvents("536365", "17850", "United Kingdom", "GBP", NOW);
    private static final OrderLine HOLDERS = line(1, "85123A", 6, "2.55");
    private static final OrderLine PENNIES = line(2, "PADS", 3, "0.001");

    @Test
    void aConfirmedOrderIsASaleAtTheTimeItWasPlaced() {
        Booking sale = BookingRules.sale(ORDER.confirmed(HOLDERS, PENNIES));

        assertThat(sale.kind()).isEqualTo(Kind.SALE);
        assertThat(sale.bookedAt()).isEqualTo(NOW);
        assertThat(sale.units()).isEqualTo(9);
        assertThat(sale.amount()).isEqualTo(new BigDecimal("15.303"));
    }

    @Test
    void whatCameBackIsNegative() {
        Booking back = BookingRules.takenBack(ORDER.returnedWithoutOrder("C536379", HOLDERS));

        assertThat(back.kind()).isEqualTo(Kind.RETURN);
        assertThat(back.documentId()).isEqualTo("C536379");
        assertThat(back.units()).isEqualTo(-6);
        assertThat(back.amount()).isEqualTo(new BigDecimal("-15.30"));
    }

    @Test
    void onlyTheCancellationOfAConfirmedOrderUndoesASale() {
        assertThat(BookingRules.undone(ORDER.cancelled(true, HOLDERS)))
                .hasValueSatisfying(undone -> assertThat(undone.amount()).isEqualTo(new BigDecimal("-15.30")));
        assertThat(BookingRules.undone(ORDER.cancelled(false, HOLDERS))).isEmpty();
    }

    @Test
    void adjustmentsKeepTheirSignAndMoveNoPieces() {
        Booking adjusted = BookingRules.adjusted(ORDER.adjusted("A563187", "B", "-11062.06"));

        assertThat(adjusted.amount()).isEqualTo(new BigDecimal("-11062.06"));
        assertThat(adjusted.units()).isZero();
    }

    @Test
    void aWriteOffOnlyNamesItsStockCode() {
        Booking writtenOff = BookingRules.writtenOff(new StockWrittenOff("85123A", "W-1", 4, "damaged", NOW), "GBP");

        assertThat(writtenOff.amount()).isZero();
        assertThat(writtenOff.units()).isZero();
        assertThat(writtenOff.lines()).extracting(Booking.Line::sku).containsExactly("85123A");
    }
}
