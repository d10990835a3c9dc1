package io.daybook.api.pricing.command;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the pricing engine goes about a SKU.
 *
 * @param currency of the amounts: the one the SKU is priced in
 * @param hysteresis by which fraction more another price must promise for the price to move, 0 to 1: 0.03 is three per
 *     cent
 * @param experiment names the draw of the control group
 * @param controlShare the share of SKUs, drawn by a stable hash, whose prices the engine leaves alone, 0 to 1
 * @param unitCost what a piece costs; wanted where the objective is margin
 * @param seasonEnd until when the stock is to be sold; null where it is filled up again
 * @param leftOverWorth what a piece is worth that is left over then; null for what it costs
 */
public record PricingStrategy(
        String currency,
        EngineMode mode,
        PricingObjective objective,
        PriceExploration exploration,
        BigDecimal hysteresis,
        String experiment,
        BigDecimal controlShare,
        @Nullable BigDecimal unitCost,
        @Nullable Instant seasonEnd,
        @Nullable BigDecimal leftOverWorth) {

    public PricingStrategy {
        currency = Require.currency(currency, "currency");
        Require.present(mode, "mode");
        Require.present(objective, "objective");
        Require.present(exploration, "exploration");
        hysteresis = share(hysteresis, "hysteresis");
        experiment = Require.identifier(experiment, "experiment");
        controlShare = share(controlShare, "controlShare");
        unitCost = amountOrNull(unitCost, "unitCost");
        leftOverWorth = amountOrNull(leftOverWorth, "leftOverWorth");
        if (objective == PricingObjective.MARGIN && unitCost == null) {
            throw new InvalidValue("unitCost", "must be there where the objective is MARGIN");
        }
        if (seasonEnd != null) {
            Require.time(seasonEnd, "seasonEnd");
        }
    }

    private static BigDecimal share(BigDecimal value, String field) {
        BigDecimal share = Require.amount(value, field);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidValue(field, "must be 0 to 1");
        }
        return share;
    }

    private static @Nullable BigDecimal amountOrNull(@Nullable BigDecimal value, String field) {
        if (value == null) {
            return null;
        }
        BigDecimal amount = Require.amount(value, field);
        if (amount.signum() < 0) {
            throw new InvalidValue(field, "must not be negative");
        }
        return amount;
    }
}
