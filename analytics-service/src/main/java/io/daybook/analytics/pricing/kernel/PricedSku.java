package io.daybook.analytics.pricing.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that the engine knows of one SKU. */
final class PricedSku {

    /** How long a proposal is waited for: a refused one leaves no event. */
    private static final Duration ANSWER_LIMIT = Duration.ofHours(1);

    final String sku;
    final PriceBoard board = new PriceBoard();

    @Nullable String category;

    @Nullable Guardrails guardrails;

    ShopFact.@Nullable Steered steered;

    @Nullable DemandKernel demand;

    @Nullable SalesWindow window;

    @Nullable Instant proposedAt;

    boolean stocked;
    long available;

    PricedSku(String sku) {
        this.sku = sku;
    }

    /** Whether the engine looks at it even when nothing is sold. */
    boolean isActive() {
        return steered != null && steered.strategy().mode() != Mode.OFF && guardrails != null && window != null;
    }

    boolean isInStock() {
        return !stocked || available > 0;
    }

    boolean isAnswerOutstanding(Instant now) {
        Instant since = proposedAt;
        return since != null && now.isBefore(since.plus(ANSWER_LIMIT));
    }

    SkuStanding standing(UnaryOperator<DemandEstimate> joined) {
        return new SkuStanding(
                sku,
                category,
                board.current(),
                board.isByEngine(),
                guardrails,
                steered,
                demand == null ? null : joined.apply(demand.estimate()),
                window == null ? null : window.from(),
                window == null ? 0 : window.exposed(),
                window == null ? 0 : window.sold(),
                stocked ? available : null,
                proposedAt);
    }

    /**
     * The exposure that is left until the season's end; null where the stock is filled up again, or the end is over.
     */
    @Nullable StockOutlook outlook(Instant now, double openShare) {
        ShopFact.Steered how = steered;
        if (how == null
                || how.seasonEnd() == null
                || !stocked
                || !how.seasonEnd().isAfter(now)) {
            return null;
        }
        double hours = Duration.between(now, how.seasonEnd()).toMillis()
                / (double) Duration.ofHours(1).toMillis();
        return new StockOutlook(Math.max(0, available), hours * openShare, (double) how.leftOver() / PricePoints.UNIT);
    }

    /** What a decision would be made from by now; null where there is no price. */
    @Nullable Circumstances circumstances(Function<DemandEstimate, CategoryPrior> category, ShopClock clock) {
        PriceNow price = board.current();
        return price == null || demand == null
                ? null
                : new Circumstances(
                        price,
                        demand.bytes(),
                        category.apply(demand.estimate()),
                        outlook(clock.now(), clock.openShare()),
                        clock.source());
    }
}
