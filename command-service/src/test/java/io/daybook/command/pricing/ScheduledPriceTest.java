package io.daybook.command.pricing;

import static io.daybook.command.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Money;
import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.Prices;
import io.daybook.api.pricing.command.PriceInForce;
import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.QuoteListPrice;
import io.daybook.api.pricing.command.SchedulePrice;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.command.Fixtures;
import java.math.BigDecimal;
import java.time.Instant;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledPriceTest {

    private static final Instant NOW = Prices.LATER;
    private static final Instant START = NOW.plusSeconds(3600);
    private static final ListPriceSet SET = Prices.wasSet("2.55", Prices.VALID_FROM);
    private static final PriceScheduled SCHEDULED = Prices.wasScheduled("S-1", "1.95", START, NOW);
    private static final ScheduledPriceCancelled CANCELLED =
            new ScheduledPriceCancelled(Prices.SKU, "S-1", "sold out", NOW);

    private final FixtureConfiguration<Price> price = Fixtures.of(Price.class);

    @ParameterizedTest
    @CsvSource({"-1,2.55,0", "0,1.95,1", "1,1.95,1"})
    void startsByItself(long nanos, String amount, long version) {
        Instant time = START.plusNanos(nanos);
        price.given(SET, SCHEDULED)
                .when(new QuoteListPrice(Prices.SKU, time))
                .expectNoEvents()
                .expectResultMessageMatching(new CustomTypeSafeMatcher<>(amount) {
                    @Override
                    protected boolean matchesSafely(CommandResultMessage<?> result) {
                        PriceInForce inForce = (PriceInForce) result.getPayload();
                        return inForce.price().equals(Money.of(amount, "GBP")) && inForce.version() == version;
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void isScheduledForLaterOnly(long nanos) {
        Instant start = NOW.plusNanos(nanos);
        var result = price.given(SET).when(Prices.schedule("S-1", "1.95", start, NOW));
        if (nanos > 0) {
            result.expectEvents(Prices.wasScheduled("S-1", "1.95", start, NOW));
        } else {
            result.expectNoEvents().expectException(refusal(RejectionCode.SCHEDULED_PRICE_STARTED));
        }
    }

    @Test
    void isScheduledOnceForItsId() {
        price.given(SET, SCHEDULED)
                .when(Prices.schedule("S-1", "1.950", START, START.plusSeconds(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        price.given(SET, SCHEDULED)
                .when(Prices.schedule("S-1", "1.96", START, NOW))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @Test
    void startsAtATimeOfItsOwnUnlessTheOtherIsCancelled() {
        price.given(SET, SCHEDULED)
                .when(Prices.schedule("S-2", "1.80", START, NOW))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.SCHEDULED_START_TAKEN));
        price.given(SET, SCHEDULED, CANCELLED)
                .when(Prices.schedule("S-2", "1.80", START, NOW))
                .expectEvents(Prices.wasScheduled("S-2", "1.80", START, NOW));
    }

    @Test
    void isHeldToFloorAndCeilingUnlessThereIsAReason() {
        price.given(Prices.policyWasSet(PricingMode.MANUAL))
                .when(Prices.schedule("S-1", "0.99", START, NOW))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.LIST_PRICE_OUTSIDE_POLICY));
        price.given(Prices.policyWasSet(PricingMode.MANUAL))
                .when(new SchedulePrice(Prices.SKU, "S-1", Money.of("0.99", "GBP"), START, NOW, "clearance"))
                .expectEvents(
                        new PriceScheduled(Prices.SKU, "S-1", new BigDecimal("0.99"), "GBP", START, NOW, "clearance"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void isCancelledBeforeItStartsOnly(long nanos) {
        Instant time = START.plusNanos(nanos);
        var result = price.given(SET, SCHEDULED).when(Prices.cancel("S-1", time));
        if (nanos < 0) {
            result.expectEvents(new ScheduledPriceCancelled(Prices.SKU, "S-1", "sold out", time));
        } else {
            result.expectNoEvents().expectException(refusal(RejectionCode.SCHEDULED_PRICE_STARTED));
        }
    }

    @Test
    void isCancelledOnceAndStartsNoMore() {
        price.given(SET, SCHEDULED, CANCELLED)
                .when(Prices.cancel("S-1", START.plusSeconds(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        price.given(SET, SCHEDULED, CANCELLED)
                .when(new QuoteListPrice(Prices.SKU, START))
                .expectResultMessagePayload(new PriceInForce(Money.of("2.55", "GBP"), 0, Prices.VALID_FROM));
        price.given(SET)
                .when(Prices.cancel("S-1", NOW))
                .expectException(refusal(RejectionCode.SCHEDULED_PRICE_UNKNOWN));
    }

    @Test
    void isWhatAListPriceOfALaterTimeBecomes() {
        SetListPrice command = new SetListPrice(Prices.SKU, Money.of("1.95", "GBP"), START, NOW, null);
        String id = command.scheduled(1).scheduleId();
        PriceScheduled scheduled = Prices.wasScheduled(id, "1.95", START, NOW);
        assertThat(id).isEqualTo("list-price-1291368360.000000000-1");

        price.given(SET).when(command).expectEvents(scheduled);
        price.given(SET, scheduled)
                .when(new SetListPrice(Prices.SKU, Money.of("1.95", "GBP"), START, START.plusSeconds(5), null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isWhatAListPriceOfALaterTimeBecomesAlsoAfterACancellation() {
        SetListPrice command = new SetListPrice(Prices.SKU, Money.of("1.95", "GBP"), START, NOW, null);
        String first = command.scheduled(1).scheduleId();
        PriceScheduled scheduled = Prices.wasScheduled(first, "1.95", START, NOW);

        price.given(SET, scheduled, new ScheduledPriceCancelled(Prices.SKU, first, "no", NOW))
                .when(command)
                .expectEvents(Prices.wasScheduled(command.scheduled(2).scheduleId(), "1.95", START, NOW));
        price.given(SET, scheduled)
                .when(new SetListPrice(Prices.SKU, Money.of("1.80", "GBP"), START, NOW, null))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.SCHEDULED_START_TAKEN));
    }

    @Test
    void leavesThePresentFreeAndBindsWhatComesBeforeItsStartOnceItHasStarted() {
        price.given(SET, SCHEDULED).when(Prices.set("2.60", NOW)).expectEvents(Prices.wasSet("2.60", NOW));
        price.given(SET, SCHEDULED)
                .when(new SetListPrice(Prices.SKU, Money.of("2.60", "GBP"), NOW, START, null))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.PRICE_TIMES_MOVE_FORWARD));
    }
}
