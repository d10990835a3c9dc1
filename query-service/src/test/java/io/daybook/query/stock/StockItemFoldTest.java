package io.daybook.query.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.stock.event.ReservationExpired;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockCounted;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockEvent;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.api.stock.query.StockItemView;
import io.daybook.query.platform.model.MissingRow;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StockItemFoldTest {

    private static final Instant NOW = Instant.parse("2011-01-04T10:00:00Z");
    private static final StockItemView SOME = new StockItemView("85123A", 10, 4, 1);

    @Test
    void availableIsWhatIsOnHandAndNotReserved() {
        assertThat(SOME.available()).isEqualTo(6);
    }

    static Stream<StockEvent> beginnings() {
        return Stream.of(
                new StockReceived("85123A", "R-1", 5, "DELIVERY", NOW),
                new StockCounted("85123A", "C-1", 5, 5, NOW),
                new ReservationRefused("85123A", "O-1/1", 5, 0));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void beginsWithAReceiptACountOrARefusal(StockEvent event) {
        StockItemView begun = StockItemFold.apply(null, event);

        assertThat(begun.onHand()).isEqualTo(event instanceof ReservationRefused ? 0 : 5);
        assertThat(begun.refusals()).isEqualTo(event instanceof ReservationRefused ? 1 : 0);
    }

    static Stream<StockEvent> continuations() {
        return Stream.of(
                new StockReserved("85123A", "O-1/1", 1),
                new ReservationReleased("85123A", "O-1/1", 1),
                new ReservationExpired("85123A", "O-1/1", 1, NOW),
                new StockDispatched("85123A", "O-1/1", 1),
                new StockWrittenOff("85123A", "W-1", 1, "damaged", NOW));
    }

    @ParameterizedTest
    @MethodSource("continuations")
    void refusesToBeginWithAnythingElse(StockEvent event) {
        assertThatThrownBy(() -> StockItemFold.apply(null, event)).isInstanceOf(MissingRow.class);
    }

    @Test
    void movesPiecesBetweenOnHandAndReserved() {
        assertThat(StockItemFold.apply(SOME, new StockReceived("85123A", "R-2", 3, "RETURN", NOW)))
                .isEqualTo(new StockItemView("85123A", 13, 4, 1));
        assertThat(StockItemFold.apply(SOME, new StockReserved("85123A", "O-2/1", 6)))
                .isEqualTo(new StockItemView("85123A", 10, 10, 1));
        assertThat(StockItemFold.apply(SOME, new ReservationReleased("85123A", "O-1/1", 4)))
                .isEqualTo(new StockItemView("85123A", 10, 0, 1));
        assertThat(StockItemFold.apply(SOME, new ReservationExpired("85123A", "O-1/1", 4, NOW)))
                .isEqualTo(new StockItemView("85123A", 10, 0, 1));
        assertThat(StockItemFold.apply(SOME, new StockDispatched("85123A", "O-1/1", 4)))
                .isEqualTo(new StockItemView("85123A", 6, 0, 1));
        assertThat(StockItemFold.apply(SOME, new StockCounted("85123A", "C-2", 7, -3, NOW)))
                .isEqualTo(new StockItemView("85123A", 7, 4, 1));
        assertThat(StockItemFold.apply(SOME, new StockWrittenOff("85123A", "W-1", 2, "damaged", NOW)))
                .isEqualTo(new StockItemView("85123A", 8, 4, 1));
        assertThat(StockItemFold.apply(SOME, new ReservationRefused("85123A", "O-3/1", 7, 6)))
                .isEqualTo(new StockItemView("85123A", 10, 4, 2));
    }
}
