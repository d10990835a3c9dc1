package io.daybook.command.pricing;

import static io.daybook.command.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.Prices;
import io.daybook.api.pricing.command.EngineMode;
import io.daybook.api.pricing.command.PriceExploration;
import io.daybook.api.pricing.command.PricingObjective;
import io.daybook.api.pricing.command.PricingStrategy;
import io.daybook.api.pricing.command.SetPricingStrategy;
import io.daybook.api.pricing.event.PricingStrategySet;
import io.daybook.command.Fixtures;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyTest {

    private final FixtureConfiguration<Price> price = Fixtures.of(Price.class);

    @Test
    void isSetOfAPriceAndBeforeThereIsOne() {
        price.givenNoPriorActivity().when(strategy("GBP", "0.03")).expectEvents(wasSet("0.03"));
        price.given(Prices.wasSet("5.00", Prices.VALID_FROM))
                .when(strategy("GBP", "0.03"))
                .expectEvents(wasSet("0.03"));
    }

    @Test
    void isTheSameWhenSetAgain() {
        price.given(wasSet("0.03")).when(strategy("GBP", "0.030")).expectNoEvents();
        price.given(wasSet("0.03")).when(strategy("GBP", "0.04")).expectEvents(wasSet("0.04"));
    }

    @Test
    void isRefusedInAnotherCurrency() {
        price.given(Prices.wasSet("5.00", Prices.VALID_FROM))
                .when(strategy("EUR", "0.03"))
                .expectException(refusal(RejectionCode.PRICE_CURRENCY_IS_FIXED));
    }

    @ParameterizedTest
    @CsvSource({"-0.01, 0, hysteresis", "1.01, 0, hysteresis", "0, -0.01, controlShare", "0, 1.01, controlShare"})
    void hasSharesFromNothingToAll(String hysteresis, String controlShare, String field) {
        assertThatThrownBy(() -> strategy(PricingObjective.REVENUE, hysteresis, controlShare, null))
                .isInstanceOfSatisfying(
                        InvalidValue.class, unfit -> assertThat(unfit.field()).isEqualTo(field));
    }

    @Test
    void knowsWhatAPieceCostsWhereItWantsMargin() {
        assertThatThrownBy(() -> strategy(PricingObjective.MARGIN, "1", "1", null))
                .isInstanceOfSatisfying(
                        InvalidValue.class, unfit -> assertThat(unfit.field()).isEqualTo("unitCost"));
    }

    private static PricingStrategy strategy(
            PricingObjective objective, String hysteresis, String controlShare, @Nullable String unitCost) {
        return new PricingStrategy(
                "GBP",
                EngineMode.AUTOMATIC,
                objective,
                PriceExploration.THOMPSON,
                new BigDecimal(hysteresis),
                "spring",
                new BigDecimal(controlShare),
                unitCost == null ? null : new BigDecimal(unitCost),
                null,
                null);
    }

    private static SetPricingStrategy strategy(String currency, String hysteresis) {
        PricingStrategy pounds = strategy(PricingObjective.MARGIN, hysteresis, "0.1", "1.10");
        return new SetPricingStrategy(
                Prices.SKU,
                new PricingStrategy(
                        currency,
                        pounds.mode(),
                        pounds.objective(),
                        pounds.exploration(),
                        pounds.hysteresis(),
                        pounds.experiment(),
                        pounds.controlShare(),
                        pounds.unitCost(),
                        null,
                        null));
    }

    private static PricingStrategySet wasSet(String hysteresis) {
        return new PricingStrategySet(
                Prices.SKU,
                "GBP",
                "AUTOMATIC",
                "MARGIN",
                "THOMPSON",
                new BigDecimal(hysteresis),
                "spring",
                new BigDecimal("0.1"),
                new BigDecimal("1.10"),
                null,
                null);
    }
}
