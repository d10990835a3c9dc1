package io.daybook.query.order;

import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.NUMBER;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.list.Condition;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** {@code GET /processes/overdue}: the longest overdue first. */
final class OverdueList {

    static final Listing<FulfilmentView> LIST = Listing.named("overdue", FulfilmentView.class)
            .filters(Filter.of("step", "step", FulfilmentStep.class), Filter.prefix("orderPrefix", "order_id"))
            .filters(Filter.range("due", "due", INSTANT))
            .filters(Filter.range("since", "since", INSTANT))
            .filters(Filter.range("attempts", "attempts", NUMBER))
            .sorts(
                    Sort.by("due", "due", INSTANT),
                    Sort.by("since", "since", INSTANT),
                    Sort.by("attempts", "attempts", NUMBER))
            .key(Sort.by("orderId", "order_id", TEXT))
            .order("due")
            .of("fulfilment", (row, _) -> FulfilmentRows.view(row));

    private OverdueList() {}

    static Condition before(Instant time) {
        return new Condition("due < :overdueAt", Map.of("overdueAt", time.atOffset(ZoneOffset.UTC)));
    }
}
