package io.daybook.api.pricing.command;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits that the price of a SKU is held to.
 *
 * @param currency the currency of floor and ceiling: the one the SKU is priced in
 * @param floor the least price, zero or more
 * @param ceiling the largest price, not below the floor
 * @param largestStep how far a proposal may move the price, as a fraction of the one in force: 0.10 is a tenth up or
 *     down. Above 0 and at most 10; null for any step
 * @param minimumInterval how long a price is in force before a proposal may change it, 0 to 365 days
 * @param ending the last digits of a price, from the decimal point or before it on: {@code .99} takes 4.99 and 14.99,
 *     {@code 9.99} takes 9.99 and 19.99. Up to 3 digits before the point and 1 to 4 after it; null for any
 * @param mode what becomes of a proposal
 */
public record PricingPolicy(
        String currency,
        BigDecimal floor,
        BigDecimal ceiling,
        @Nullable BigDecimal largestStep,
        Duration minimumInterval,
        @Nullable String ending,
        PricingMode mode) {

    private static final BigDecimal MOST_STEP = BigDecimal.TEN;
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(365);
    private static final Pattern ENDING = Pattern.compile("[0-9]{0,3}\\.[0-9]{1,4}");

    public PricingPolicy {
        currency = Require.currency(currency, "currency");
        floor = Require.amount(floor, "floor");
        ceiling = Require.amount(ceiling, "ceiling");
        if (floor.signum() < 0) {
            throw new InvalidValue("floor", "must not be negative");
        }
        if (ceiling.compareTo(floor) < 0) {
            throw new InvalidValue("ceiling", "must not be below the floor");
        }
        largestStep = largestStep == null ? null : step(largestStep);
        Require.present(minimumInterval, "minimumInterval");
        if (minimumInterval.isNegative() || minimumInterval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new InvalidValue("minimumInterval", "must be 0 to 365 days");
        }
        if (ending != null && !ENDING.matcher(ending).matches()) {
            throw new InvalidValue("ending", "must be a point with 1 to 4 digits after it and up to 3 before it");
        }
        Require.present(mode, "mode");
    }

    private static BigDecimal step(BigDecimal largestStep) {
        BigDecimal step = Require.amount(largestStep, "largestStep");
        if (step.signum() <= 0 || step.compareTo(MOST_STEP) > 0) {
            throw new InvalidValue("largestStep", "must be above 0 and at most " + MOST_STEP);
        }
        return step;
    }
}
