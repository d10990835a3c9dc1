package io.daybook.command.stock;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.RejectionCode;
import io.daybook.api.stock.Stocks;
import io.daybook.api.stock.command.ReservationOutcome;
import io.daybook.command.Fixtures;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockItemTest {

    private final FixtureConfiguration<StockItem> item = Fixtures.of(StockItem.class);

    @Test
    void receivesPieces() {
        item.givenNoPriorActivity().when(Stocks.receive("R", 10)).expectEvents(Stocks.received("R", 10));
    }

    @Test
    void receivesAReceiptOnce() {
        tenOnHandFourReserved()
                .when(Stocks.receive("R", 10))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesAReceiptOfOtherContent() {
        tenOnHandFourReserved()
                .when(Stocks.receive("R", 11))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void reservesUpToWhatIsAvailable(long quantity) {
        tenOnHandFourReserved()
                .when(Stocks.reserve("O/2", quantity))
                .expectEvents(Stocks.reserved("O/2", quantity))
                .expectResultMessagePayload(new ReservationOutcome(true, 6));
    }

    @Test
    void recordsARefusalBeyondWhatIsAvailable() {
        tenOnHandFourReserved()
                .when(Stocks.reserve("O/2", 7))
                .expectEvents(Stocks.refused("O/2", 7, 6))
                .expectResultMessagePayload(new ReservationOutcome(false, 6));
    }

    @Test
    void recordsARefusalWhereThereNeverWasStock() {
        item.givenNoPriorActivity().when(Stocks.reserve("O/1", 1)).expectEvents(Stocks.refused("O/1", 1, 0));
    }

    @Test
    void reservesOnce() {
        tenOnHandFourReserved()
                .when(Stocks.reserve("O/1", 4))
                .expectNoEvents()
                .expectResultMessagePayload(new ReservationOutcome(true, 6));
    }

    @Test
    void staysWithARefusalThoughStockHasComeSince() {
        item.given(Stocks.refused("O/1", 5, 0), Stocks.received("R", 10))
                .when(Stocks.reserve("O/1", 5))
                .expectNoEvents()
                .expectResultMessagePayload(new ReservationOutcome(false, 10));
    }

    @Test
    void refusesAReservationOfOtherContent() {
        tenOnHandFourReserved()
                .when(Stocks.reserve("O/1", 5))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @Test
    void releasesAReservation() {
        tenOnHandFourReserved().when(Stocks.release("O/1")).expectEvents(Stocks.released("O/1", 4));
    }

    @Test
    void releasesNothingTwiceNorWhatItDoesNotKnow() {
        TestExecutor<StockItem> given =
                item.given(Stocks.received("R", 10), Stocks.reserved("O/1", 4), Stocks.released("O/1", 4));

        given.when(Stocks.release("O/1")).expectSuccessfulHandlerExecution().expectNoEvents();
        given.when(Stocks.release("O/9")).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void releasesNothingWhereThereNeverWasStock() {
        item.givenNoPriorActivity().when(Stocks.release("O/1")).expectException(AggregateNotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,false", "1,true"})
    void endsAReservationOnceItsTimeIsOver(long nanos, boolean over) {
        Instant time = Stocks.TIME.plusNanos(nanos);

        ResultValidator<StockItem> result =
                tenOnHandFourReservedUntil(Stocks.TIME).when(Stocks.expire("O/1", time));

        if (over) {
            result.expectEvents(Stocks.expired("O/1", 4, time));
        } else {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }
    }

    @Test
    void endsNoReservationThatIsFirmOrEndedOrUnknown() {
        Instant late = Stocks.TIME.plusSeconds(1);
        TestExecutor<StockItem> ended = item.given(
                Stocks.received("R", 10),
                Stocks.reservedUntil("O/1", 4, Stocks.TIME),
                Stocks.expired("O/1", 4, late),
                Stocks.reservedUntil("O/2", 4, Stocks.TIME),
                Stocks.dispatched("O/2", 4));

        for (String reservation : List.of("O/1", "O/2", "O/9")) {
            ended.when(Stocks.expire(reservation, late))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
        tenOnHandFourReserved()
                .when(Stocks.expire("O/1", late))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void dispatchesNothingWhoseReservationHasExpired() {
        item.given(
                        Stocks.received("R", 10),
                        Stocks.reservedUntil("O/1", 4, Stocks.TIME),
                        Stocks.expired("O/1", 4, Stocks.TIME.plusSeconds(1)))
                .when(Stocks.dispatch("O/1"))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.RESERVATION_UNKNOWN));
    }

    @Test
    void sellsWhatAnExpiredReservationHeld() {
        item.given(
                        Stocks.received("R", 10),
                        Stocks.reservedUntil("O/1", 10, Stocks.TIME),
                        Stocks.expired("O/1", 10, Stocks.TIME.plusSeconds(1)))
                .when(Stocks.reserveUntil("O/2", 10, Stocks.TIME))
                .expectEvents(Stocks.reservedUntil("O/2", 10, Stocks.TIME));
    }

    @Test
    void dispatchesAReservation() {
        tenOnHandFourReserved().when(Stocks.dispatch("O/1")).expectEvents(Stocks.dispatched("O/1", 4));
    }

    @Test
    void dispatchesOnce() {
        item.given(Stocks.received("R", 10), Stocks.reserved("O/1", 4), Stocks.dispatched("O/1", 4))
                .when(Stocks.dispatch("O/1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesToDispatchWhatIsNotReserved() {
        item.given(
                        Stocks.received("R", 10),
                        Stocks.reserved("O/1", 4),
                        Stocks.released("O/1", 4),
                        Stocks.refused("O/2", 20, 10))
                .when(Stocks.dispatch("O/1"))
                .expectException(refusal(RejectionCode.RESERVATION_UNKNOWN));
        tenOnHandFourReserved()
                .when(Stocks.dispatch("O/9"))
                .expectException(refusal(RejectionCode.RESERVATION_UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 10, 11})
    void countsNoFewerPiecesThanAreReserved(long counted) {
        tenOnHandFourReserved()
                .when(Stocks.count("C", counted))
                .expectEvents(Stocks.counted("C", counted, counted - 10));
    }

    @Test
    void refusesACountBelowWhatIsReserved() {
        tenOnHandFourReserved()
                .when(Stocks.count("C", 3))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.STOCK_INSUFFICIENT));
    }

    @Test
    void countsOnce() {
        item.given(Stocks.received("R", 10), Stocks.counted("C", 8, -2))
                .when(Stocks.count("C", 8))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void writesOffUpToWhatIsAvailable(long quantity) {
        tenOnHandFourReserved().when(Stocks.writeOff("W", quantity)).expectEvents(Stocks.writtenOff("W", quantity));
    }

    @Test
    void refusesToWriteOffMoreThanIsAvailable() {
        tenOnHandFourReserved()
                .when(Stocks.writeOff("W", 7))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.STOCK_INSUFFICIENT));
    }

    @Test
    void writesOffOnce() {
        item.given(Stocks.received("R", 10), Stocks.writtenOff("W", 10))
                .when(Stocks.writeOff("W", 10))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private TestExecutor<StockItem> tenOnHandFourReservedUntil(Instant expiresAt) {
        return item.given(Stocks.received("R", 10), Stocks.reservedUntil("O/1", 4, expiresAt));
    }

    private TestExecutor<StockItem> tenOnHandFourReserved() {
        return item.given(Stocks.received("R", 10), Stocks.reserved("O/1", 4));
    }
}
