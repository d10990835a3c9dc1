package io.daybook.command.pricing;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.Money;
import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.Prices;
import io.daybook.api.pricing.command.PriceInForce;
import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.command.QuoteListPrice;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.command.Fixtures;
import java.math.BigDecimal;
import java.time.Duration;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    private final FixtureConfiguration<Price> price = Fixtures.of(Price.class);

    @Test
    void isSet() {
        price.givenNoPriorActivity()
                .when(Prices.set("2.55", Prices.VALID_FROM))
                .expectEvents(Prices.wasSet("2.55", Prices.VALID_FROM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.55", "2.550"})
    void isSetOnceForATime(String amount) {
        price.given(Prices.wasSet("2.55", Prices.VALID_FROM), Prices.wasSet("3", Prices.VALID_FROM.plusSeconds(1)))
                .when(Prices.set(amount, Prices.VALID_FROM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void refusesATimeThatIsNotLater(long nanosLater) {
        price.given(Prices.wasSet("2.55", Prices.VALID_FROM))
                .when(Prices.set("2.56", Prices.VALID_FROM.plusNanos(nanosLater)))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.PRICE_TIMES_MOVE_FORWARD));
    }

    @Test
    void movesForwardByAsLittleAsANanosecond() {
        price.given(Prices.wasSet("2.55", Prices.VALID_FROM))
                .when(Prices.set("2.56", Prices.VALID_FROM.plusNanos(1)))
                .expectEvents(Prices.wasSet("2.56", Prices.VALID_FROM.plusNanos(1)));
    }

    @Test
    void refusesAnotherCurrency() {
        price.given(Prices.wasSet("2.55", Prices.VALID_FROM))
                .when(new SetListPrice(Prices.SKU, Money.of("3", "EUR"), Prices.VALID_FROM.plusSeconds(1)))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.PRICE_CURRENCY_IS_FIXED));
    }

    @Test
    void isQuotedAsOfTheTimeAsked() {
        price.given(Prices.wasSet("2.55", Prices.VALID_FROM), Prices.wasSet("0.001", Prices.VALID_FROM.plusSeconds(1)))
                .when(new QuoteListPrice(Prices.SKU, Prices.VALID_FROM.plusSeconds(1)))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new PriceInForce(Money.of("0.001", "GBP"), 1, Prices.VALID_FROM.plusSeconds(1)));
    }

    @Test
    void isNotQuotedWhereThereIsNone() {
        price.givenNoPriorActivity()
                .when(new QuoteListPrice(Prices.SKU, Prices.VALID_FROM))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void isNotQuotedForATimeBeforeTheFirst() {
        price.given(Prices.wasSet("2.55", Prices.VALID_FROM))
                .when(new QuoteListPrice(Prices.SKU, Prices.VALID_FROM.minusNanos(1)))
                .expectException(refusal(RejectionCode.PRICE_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({"0.99,false", "1.00,true", "1.01,true", "9.98,true", "9.99,true", "10.00,false"})
    void isHeldToFloorAndCeilingWhenAHumanSetsIt(String amount, boolean fits) {
        ResultValidator<Price> result =
                price.given(Prices.policyWasSet(PricingMode.MANUAL)).when(Prices.set(amount, Prices.VALID_FROM));
        if (fits) {
            result.expectEvents(Prices.wasSet(amount, Prices.VALID_FROM));
        } else {
            result.expectNoEvents().expectException(refusal(RejectionCode.LIST_PRICE_OUTSIDE_POLICY));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.50,clearance", "5.00,"})
    void leavesThePolicyForAReasonWhichIsRecordedWhereItIsNeeded(String amount, @Nullable String recorded) {
        price.given(Prices.policyWasSet(PricingMode.MANUAL))
                .when(new SetListPrice(
                        Prices.SKU, Money.of(amount, "GBP"), Prices.VALID_FROM, Prices.LATER, "clearance"))
                .expectEvents(new ListPriceSet(Prices.SKU, new BigDecimal(amount), "GBP", Prices.VALID_FROM, recorded));
    }

    @Test
    void isNotHeldToStepIntervalAndEndingWhenAHumanSetsIt() {
        price.given(Prices.policyWasSet(PricingMode.AUTOMATIC, ".99"), Prices.wasSet("2.99", Prices.VALID_FROM))
                .when(Prices.set("8.00", Prices.VALID_FROM.plusSeconds(1)))
                .expectEvents(Prices.wasSet("8.00", Prices.VALID_FROM.plusSeconds(1)));
    }

    @Test
    void hasAPolicySetOnce() {
        price.given(Prices.policyWasSet(PricingMode.PROPOSE))
                .when(Prices.setPolicy(new PricingPolicy(
                        "GBP",
                        new BigDecimal("1"),
                        new BigDecimal("9.990"),
                        new BigDecimal("0.10"),
                        Duration.ofDays(1),
                        null,
                        PricingMode.PROPOSE)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        price.given(Prices.policyWasSet(PricingMode.PROPOSE))
                .when(Prices.setPolicy(Prices.policy(PricingMode.AUTOMATIC, ".99")))
                .expectEvents(Prices.policyWasSet(PricingMode.AUTOMATIC, ".99"));
    }

    @Test
    void refusesAPolicyInAnotherCurrency() {
        price.given(Prices.wasSet("2.55", Prices.VALID_FROM))
                .when(Prices.setPolicy(new PricingPolicy(
                        "EUR", BigDecimal.ONE, BigDecimal.TEN, null, Duration.ZERO, null, PricingMode.MANUAL)))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.PRICE_CURRENCY_IS_FIXED));
    }
}
