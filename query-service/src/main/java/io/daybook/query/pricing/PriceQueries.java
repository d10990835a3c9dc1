package io.daybook.query.pricing;

import io.daybook.api.Page;
import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.query.FindListPrice;
import io.daybook.api.pricing.query.FindListPrices;
import io.daybook.api.pricing.query.FindPrice;
import io.daybook.api.pricing.query.FindPriceChanges;
import io.daybook.api.pricing.query.ListPriceView;
import io.daybook.api.pricing.query.PriceChangeView;
import io.daybook.api.pricing.query.PriceStartView;
import io.daybook.api.pricing.query.PriceView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.PageQuery;
import io.daybook.query.platform.Shown;
import io.daybook.query.platform.UnknownEntity;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class PriceQueries {

    private final PriceRows rows;
    private final PriceChangeRows changes;
    private final Lookup lookup;
    private final Clock clock;

    PriceQueries(PriceRows rows, PriceChangeRows changes, Lookup lookup, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.lookup = lookup;
        this.clock = clock;
    }

    Shown<PriceView> handle(FindPrice query) {
        Shown<PriceState> shown = rows.findOrThrow(query.sku());
        return new Shown<>(shown.view().at(lookup.time(clock).instant()), shown.version());
    }

    Page<PriceChangeView> handle(FindPriceChanges query) {
        rows.findOrThrow(query.sku());
        PageQuery<PriceChangeRows.Change> list = changes.list().having("sku", query.sku());
        String cursor = query.page().cursor();
        if (cursor != null) {
            list.where(
                    "number < :before", Map.of("before", Cursor.read(cursor, 1).number(0)));
        }
        return list.page(
                        query.page(),
                        "number DESC",
                        change -> Cursor.of(change.view().position()))
                .map(PriceChangeRows.Change::view);
    }

    ListPriceView handle(FindListPrice query) {
        return listPrice(
                        rows.findOrThrow(query.sku()).view(), lookup.time(clock).instant())
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.PRICE_UNKNOWN, "The first price of %s is still to come".formatted(query.sku())));
    }

    /** A SKU whose first price is still to come is left out. */
    Page<ListPriceView> handle(FindListPrices query) {
        PageQuery<PriceState> list = rows.list();
        String cursor = query.page().cursor();
        if (cursor != null) {
            list.where("sku > :after", Map.of("after", Cursor.read(cursor, 1).text(0)));
        }
        Instant now = lookup.time(clock).instant();
        Page<PriceState> page = list.page(query.page(), "sku", state -> Cursor.of(state.sku()));
        return new Page<>(
                page.items().stream()
                        .flatMap(state -> listPrice(state, now).stream())
                        .toList(),
                page.next());
    }

    private static Optional<ListPriceView> listPrice(PriceState state, Instant now) {
        PriceStartView current = state.current(now);
        return Optional.ofNullable(current)
                .map(start -> new ListPriceView(state.sku(), start.amount(), state.currency(), start.startsAt()));
    }
}
