package io.daybook.query.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.query.FindListPrice;
import io.daybook.api.pricing.query.FindPrice;
import io.daybook.api.pricing.query.ListPriceView;
import io.daybook.api.pricing.query.PriceChangeView;
import io.daybook.api.pricing.query.PriceStartView;
import io.daybook.api.pricing.query.PriceView;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Shown;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class PriceQueries {

    private final PriceRows rows;
    private final Lookup lookup;
    private final Clock clock;

    PriceQueries(PriceRows rows, Lookup lookup, Clock clock) {
        this.rows = rows;
        this.lookup = lookup;
        this.clock = clock;
    }

    Shown<PriceView> handle(FindPrice query) {
        Shown<PriceState> shown = rows.findOrThrow(query.sku());
        return new Shown<>(shown.view().at(lookup.time(clock).instant()), shown.version());
    }

    Listed<PriceView> list(Asked asked) {
        Instant now = lookup.time(clock).instant();
        return PriceLists.prices(now).ask(asked, PriceLists.at(now));
    }

    Listed<PriceChangeView> changes(String sku, Asked asked) {
        rows.findOrThrow(sku);
        return lookup.isFolded()
                ? PriceLists.FOLDED_CHANGES.ask(asked, PriceLists.folded(sku, folded(sku)))
                : PriceLists.CHANGES_OF_A_PRICE.ask(asked, PriceLists.of(sku));
    }

    private List<PriceChangeView> folded(String sku) {
        return lookup.events(PriceRows.MODEL, sku).stream()
                .map(recorded -> PriceChanges.shown(recorded.event(), recorded.position()))
                .toList();
    }

    ListPriceView handle(FindListPrice query) {
        return listPrice(
                        rows.findOrThrow(query.sku()).view(), lookup.time(clock).instant())
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.PRICE_UNKNOWN, "The first price of %s is still to come".formatted(query.sku())));
    }

    private static Optional<ListPriceView> listPrice(PriceState state, Instant now) {
        PriceStartView current = state.current(now);
        return Optional.ofNullable(current)
                .map(start -> new ListPriceView(state.sku(), start.amount(), state.currency(), start.startsAt()));
    }
}
