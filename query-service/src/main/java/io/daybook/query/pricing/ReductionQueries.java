package io.daybook.query.pricing;

import io.daybook.api.InvalidValue;
import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.query.FindLowestPrice;
import io.daybook.api.pricing.query.FindPriceReductions;
import io.daybook.api.pricing.query.LowestPriceView;
import io.daybook.api.pricing.query.PriceReductionView;
import io.daybook.api.pricing.query.PriceReductionsView;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.UnknownEntity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class ReductionQueries {

    private final PriceTimelineRows rows;
    private final Duration window;
    private final Lookup lookup;
    private final Clock clock;

    ReductionQueries(PriceTimelineRows rows, ReductionProperties properties, Lookup lookup, Clock clock) {
        this.rows = rows;
        this.window = properties.referenceWindow();
        this.lookup = lookup;
        this.clock = clock;
    }

    PriceReductionsView handle(FindPriceReductions query) {
        String cursor = query.page().cursor();
        Instant before = cursor == null ? null : since(cursor);
        PriceTimeline timeline = rows.findOrThrow(query.sku()).view();
        Reductions reductions = Reductions.of(timeline, window, now());
        int limit = query.page().limit();
        List<PriceReductionView> found = reductions.latest(before, limit + 1);
        List<PriceReductionView> items = found.subList(0, Math.min(limit, found.size()));
        return new PriceReductionsView(
                timeline.sku(),
                timeline.currency(),
                days(window),
                reductions.current(),
                items,
                found.size() > limit ? items.getLast().since().toString() : null);
    }

    private Instant now() {
        return lookup.time(clock).instant();
    }

    /** A cursor is when the last reduction of the page before began. */
    private static Instant since(String cursor) {
        try {
            return Instant.parse(cursor);
        } catch (DateTimeParseException _) {
            throw new InvalidValue("cursor", "is not the next of a page of this list");
        }
    }

    LowestPriceView handle(FindLowestPrice query) {
        PriceTimeline timeline = rows.findOrThrow(query.sku()).view();
        Instant before = query.before() == null ? now() : query.before();
        Instant from = before.minus(Duration.ofDays(query.days()));
        if (!timeline.isWholeFrom(from)) {
            throw new InvalidValue(
                    query.before() == null ? "days" : "before",
                    "reaches back beyond %s, from when on the prices of %s are kept"
                            .formatted(timeline.wholeSince(), query.sku()));
        }
        List<PricePeriod> periods = PricePeriod.of(timeline.live());
        PricePeriod lowest = LowestPriceKernel.lowest(periods, from, before)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.PRICE_UNKNOWN,
                        "There was no price of %s before %s".formatted(query.sku(), before)));
        return new LowestPriceView(
                timeline.sku(),
                timeline.currency(),
                from,
                before,
                PricePeriod.daysKnown(periods, from, before),
                lowest.amount(),
                Reductions.view(lowest),
                lowest.price().source(),
                lowest.price().id(),
                lowest.price().position());
    }

    /** In days where it is whole ones: Java would say hours. */
    private static String days(Duration duration) {
        return Duration.ofDays(duration.toDays()).equals(duration)
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }
}
