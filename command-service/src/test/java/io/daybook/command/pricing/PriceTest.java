package io.daybook.command.pricing;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.Money;
import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.Prices;
import io.daybook.api.pricing.command.QuoteListPrice;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.command.Fixtures;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void isQuotedAsItWasSetLast() {
        price.given(Prices.wasSet("2.55", Prices.VALID_FROM), Prices.wasSet("0.001", Prices.VALID_FROM.plusSeconds(1)))
                .when(new QuoteListPrice(Prices.SKU))
                .expectNoEvents()
                .expectResultMessagePayload(Money.of("0.001", "GBP"));
    }

    @Test
    void isNotQuotedWhereThereIsNone() {
        price.givenNoPriorActivity()
                .when(new QuoteListPrice(Prices.SKU))
                .expectException(AggregateNotFoundException.class);
    }
}
