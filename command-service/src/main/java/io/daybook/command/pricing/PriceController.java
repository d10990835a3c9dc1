package io.daybook.command.pricing;

import io.daybook.api.Money;
import io.daybook.api.pricing.command.CancelScheduledPrice;
import io.daybook.api.pricing.command.EngineMode;
import io.daybook.api.pricing.command.PriceExploration;
import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingObjective;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.command.PricingStrategy;
import io.daybook.api.pricing.command.SchedulePrice;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.api.pricing.command.SetPricingPolicy;
import io.daybook.api.pricing.command.SetPricingStrategy;
import io.daybook.command.catalog.Assortment;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What humans do with prices, by REST. */
@RestController
@RequestMapping("/products/{sku}")
final class PriceController {

    private final Replies replies;
    private final Assortment assortment;
    private final Defaults defaults;

    PriceController(Replies replies, Assortment assortment, Defaults defaults) {
        this.replies = replies;
        this.assortment = assortment;
        this.defaults = defaults;
    }

    @PutMapping("/list-price")
    ResponseEntity<Reply> setListPrice(@PathVariable String sku, @Valid @RequestBody ListPrice body) {
        Instant now = defaults.time(null);
        SetListPrice command = new SetListPrice(
                sku,
                new Money(body.amount(), body.currency()),
                body.validFrom() == null ? now : body.validFrom(),
                now,
                body.overrideReason());
        assortment.findOnSale(command.sku());
        return replies.changed(command, command.sku());
    }

    @PutMapping("/pricing-policy")
    ResponseEntity<Reply> setPolicy(@PathVariable String sku, @Valid @RequestBody Policy body) {
        SetPricingPolicy command = new SetPricingPolicy(sku, body.policy());
        assortment.findOnSale(command.sku());
        return replies.replaced(command, command.sku());
    }

    @PutMapping("/pricing-strategy")
    ResponseEntity<Reply> setStrategy(@PathVariable String sku, @Valid @RequestBody Strategy body) {
        SetPricingStrategy command = new SetPricingStrategy(sku, body.strategy());
        assortment.findOnSale(command.sku());
        return replies.replaced(command, command.sku());
    }

    @PostMapping("/scheduled-prices")
    ResponseEntity<Reply> schedule(@PathVariable String sku, @Valid @RequestBody ScheduledPrice body) {
        SchedulePrice command = new SchedulePrice(
                sku,
                defaults.id(body.scheduleId()),
                new Money(body.amount(), body.currency()),
                body.startsAt(),
                defaults.time(null),
                body.overrideReason());
        assortment.findOnSale(command.sku());
        return replies.created(
                command,
                command.scheduleId(),
                UriComponentsBuilder.fromPath("/products/{sku}/price").build(command.sku()));
    }

    @PostMapping("/scheduled-prices/{scheduleId}/cancellation")
    ResponseEntity<Reply> cancel(
            @PathVariable String sku, @PathVariable String scheduleId, @Valid @RequestBody Cancellation body) {
        return replies.changed(
                new CancelScheduledPrice(sku, scheduleId, body.reason(), defaults.time(null)), scheduleId);
    }

    /** {@code validFrom} is now where it is left out; a later time makes it a scheduled price. */
    record ListPrice(
            @Fit(Kind.PRICE) BigDecimal amount,
            @Fit(Kind.CURRENCY) String currency,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant validFrom,

            @Fit(value = Kind.TEXT, optional = true) @Nullable String overrideReason) {}

    record Policy(
            @Fit(Kind.CURRENCY) String currency,
            @Fit(Kind.PRICE) BigDecimal floor,
            @Fit(Kind.PRICE) BigDecimal ceiling,
            @Nullable BigDecimal largestStep,
            @Fit(Kind.ANYTHING) Duration minimumInterval,
            @Nullable String ending,
            @Fit(Kind.ANYTHING) PricingMode mode) {

        PricingPolicy policy() {
            return new PricingPolicy(currency, floor, ceiling, largestStep, minimumInterval, ending, mode);
        }
    }

    /**
     * The mode says what becomes of the engine's decisions. Left out: margin, no exploration, a hysteresis of 0.03, no
     * control group.
     */
    record Strategy(
            @Fit(Kind.CURRENCY) String currency,
            @Fit(Kind.ANYTHING) EngineMode mode,
            @Nullable PricingObjective objective,
            @Nullable PriceExploration exploration,
            @Nullable BigDecimal hysteresis,

            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String experiment,

            @Nullable BigDecimal controlShare,
            @Nullable BigDecimal unitCost,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant seasonEnd,

            @Nullable BigDecimal leftOverWorth) {

        private static final BigDecimal USUAL_HYSTERESIS = new BigDecimal("0.03");

        PricingStrategy strategy() {
            return new PricingStrategy(
                    currency,
                    mode,
                    objective == null ? PricingObjective.MARGIN : objective,
                    exploration == null ? PriceExploration.NONE : exploration,
                    hysteresis == null ? USUAL_HYSTERESIS : hysteresis,
                    experiment == null ? "first" : experiment,
                    controlShare == null ? BigDecimal.ZERO : controlShare,
                    unitCost,
                    seasonEnd,
                    leftOverWorth);
        }
    }

    record ScheduledPrice(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String scheduleId,

            @Fit(Kind.PRICE) BigDecimal amount,
            @Fit(Kind.CURRENCY) String currency,
            @Fit(Kind.TIME) Instant startsAt,

            @Fit(value = Kind.TEXT, optional = true) @Nullable String overrideReason) {}

    record Cancellation(@Fit(Kind.TEXT) String reason) {}
}
