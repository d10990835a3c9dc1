package io.daybook.query.order;

import static io.daybook.query.platform.list.ValueType.DECIMAL;
import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.NUMBER;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.order.query.ReturnView;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;

/**
 * {@code GET /returns}: by the positions of their events, the latest recorded first, where no other order is asked for.
 */
final class ReturnList {

    static final Listing<ReturnView> LIST = Listing.named("returns", ReturnView.class)
            .filters(
                    Filter.of("order", "order_id", TEXT),
                    Filter.of("customer", "customer_id", TEXT),
                    Filter.of("country", "country", TEXT),
                    Filter.of("currency", "currency", TEXT))
            .filters(Filter.range("returned", "returned_at", INSTANT))
            .filters(Filter.range("amount", "amount", DECIMAL))
            .filters(Filter.range("units", "units", NUMBER))
            .sorts(
                    Sort.by("returnedAt", "returned_at", INSTANT),
                    Sort.by("amount", "amount", DECIMAL),
                    Sort.by("units", "units", NUMBER),
                    Sort.by("country", "country", TEXT),
                    Sort.byOptional("orderId", "order_id", TEXT),
                    Sort.byOptional("customerId", "customer_id", TEXT))
            .key(Sort.by("position", "number", NUMBER))
            .order("-position")
            .of(ReturnRows.TABLE.name(), (row, _) -> ReturnRows.TABLE.view(row).view());

    private ReturnList() {}
}
