package io.daybook.query.order;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.OrderEvents;
import io.daybook.query.platform.model.MissingRow;
import io.daybook.query.platform.model.Recorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FulfilmentFoldTest {

    private static final String ID = "536365";
    private static final Instant BUSINESS = Instant.parse("2010-12-01T08:26:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final OrderEvents ORDER = new OrderEvents(ID, "17850", "France", "GBP", BUSINESS);
    private static final OrderLine LINE = line(1, "85123A", 6, "2.55");
    private static final FulfilmentFold FOLD = new FulfilmentFold(MINUTE, DAY);

    @Test
    void waitsForItsReservationThenItsPaymentThenItsShipment() {
        FulfilmentView placed = at(null, NOW, ORDER.placed(LINE));
        FulfilmentView reserved = at(placed, NOW.plusSeconds(1), new OrderReserved(ID, NOW.plusSeconds(900), NOW));
        FulfilmentView paid =
                at(reserved, NOW.plusSeconds(2), new PaymentRecorded(ID, "P", new BigDecimal("1"), "GBP", BUSINESS));
        FulfilmentView confirmed = at(paid, NOW.plusSeconds(3), ORDER.confirmed(LINE));

        assertThat(placed).isEqualTo(view(FulfilmentStep.RESERVE, NOW, NOW.plus(MINUTE), 1, null));
        assertThat(reserved).isEqualTo(view(FulfilmentStep.PAY, NOW.plusSeconds(1), NOW.plusSeconds(900), 1, null));
        assertThat(paid).isEqualTo(reserved);
        assertThat(confirmed)
                .isEqualTo(view(
                        FulfilmentStep.SHIP,
                        NOW.plusSeconds(3),
                        NOW.plusSeconds(3).plus(DAY),
                        1,
                        null));
    }

    static Stream<OrderEvent> ends() {
        return Stream.of(
                new OrderRejected(ID, List.of()),
                ORDER.cancelled(false, LINE),
                new OrderShipped(ID, BUSINESS, List.of(LINE)));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void waitsForNothingOnceItIsOver(OrderEvent end) {
        FulfilmentView placed = at(null, NOW, ORDER.placed(LINE));

        assertThat(at(placed, NOW.plusSeconds(5), end)).isEqualTo(view(null, NOW.plusSeconds(5), null, 1, null));
    }

    @Test
    void isDueAtOnceWhenItStalls() {
        FulfilmentView placed = at(null, NOW, ORDER.placed(LINE));

        FulfilmentView stalled = at(placed, NOW.plusSeconds(5), stalled("RESERVE"));
        FulfilmentView late = at(placed, NOW.plusSeconds(90), stalled("RESERVE"));

        assertThat(stalled).isEqualTo(view(FulfilmentStep.RESERVE, NOW, NOW.plusSeconds(5), 1, "power failed"));
        assertThat(late).isEqualTo(view(FulfilmentStep.RESERVE, NOW, NOW.plus(MINUTE), 1, "power failed"));
    }

    @Test
    void hasItsTimeAgainWhenItIsRetried() {
        FulfilmentView placed = at(null, NOW, ORDER.placed(LINE));
        FulfilmentView stalled = at(placed, NOW.plusSeconds(5), stalled("RESERVE"));

        FulfilmentView retried = at(stalled, NOW.plusSeconds(100), retried("RESERVE"));

        assertThat(retried)
                .isEqualTo(
                        view(FulfilmentStep.RESERVE, NOW, NOW.plusSeconds(100).plus(MINUTE), 2, "power failed"));
    }

    @Test
    void waitsForTheReleaseOfWhatStalledAndWasThenCancelledByAnybodyButAnOperator() {
        FulfilmentView stalled = at(at(null, NOW, ORDER.placed(LINE)), NOW.plusSeconds(5), stalled("RESERVE"));

        FulfilmentView cancelled = at(stalled, NOW.plusSeconds(6), ORDER.cancelled(false, LINE));
        FulfilmentView forced = at(
                stalled,
                NOW.plusSeconds(6),
                new OrderCancelled(ID, null, "France", "GBP", BUSINESS, "OPERATOR", "stuck", false, List.of(LINE)));

        assertThat(cancelled)
                .isEqualTo(view(FulfilmentStep.RELEASE, NOW.plusSeconds(6), NOW.plusSeconds(6), 1, "power failed"));
        assertThat(forced).isEqualTo(view(null, NOW.plusSeconds(6), null, 1, null));
    }

    @Test
    void waitsForTheReleaseOfACancelledOrderOnlyWhereThatStalled() {
        FulfilmentView cancelled = at(at(null, NOW, ORDER.placed(LINE)), NOW, ORDER.cancelled(false, LINE));

        FulfilmentView stalled = at(cancelled, NOW.plusSeconds(5), stalled("RELEASE"));
        FulfilmentView retried = at(stalled, NOW.plusSeconds(9), retried("RELEASE"));
        FulfilmentView again = at(retried, NOW.plusSeconds(10), stalled("RELEASE"));

        assertThat(stalled)
                .isEqualTo(view(FulfilmentStep.RELEASE, NOW.plusSeconds(5), NOW.plusSeconds(5), 1, "power failed"));
        assertThat(retried).isEqualTo(view(null, NOW.plusSeconds(9), null, 2, "power failed"));
        assertThat(again)
                .isEqualTo(view(FulfilmentStep.RELEASE, NOW.plusSeconds(10), NOW.plusSeconds(10), 2, "power failed"));
    }

    @Test
    void refusesAStepOfWhatWasNeverPlaced() {
        assertThatThrownBy(() -> at(null, NOW, ORDER.confirmed(LINE))).isInstanceOf(MissingRow.class);
        assertThatThrownBy(() -> at(null, NOW, stalled("RESERVE"))).isInstanceOf(MissingRow.class);
    }

    private static FulfilmentView at(@Nullable FulfilmentView view, Instant recordedAt, OrderEvent event) {
        return FOLD.apply(view, new Recorded<>(event, "order:O-1", 1, 0, recordedAt));
    }

    private static FulfilmentStalled stalled(String step) {
        return new FulfilmentStalled(ID, step, "power failed", BUSINESS);
    }

    private static FulfilmentRetried retried(String step) {
        return new FulfilmentRetried(ID, "R", step, "power is back", BUSINESS, "ON_ACCOUNT", List.of(LINE));
    }

    private static FulfilmentView view(
            @Nullable FulfilmentStep step,
            Instant since,
            @Nullable Instant due,
            int attempts,
            @Nullable String failure) {
        return new FulfilmentView(ID, step, since, due, attempts, failure);
    }
}
