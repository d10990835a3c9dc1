package io.daybook.query.watch;

import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.watch.Measure;
import io.daybook.api.watch.Severity;
import io.daybook.api.watch.WatchKind;
import io.daybook.api.watch.query.WatchView;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;

/** {@code GET /watches}, by name. */
final class WatchList {

    static final Listing<WatchView> LIST = Listing.named("watches", WatchView.class)
            .filters(
                    Filter.of("kind", "kind", WatchKind.class),
                    Filter.of("measure", "measure", Measure.class),
                    Filter.of("severity", "severity", Severity.class),
                    Filter.flag("retired", "retired_at IS NOT NULL"))
            .sorts(Sort.by("definedAt", "defined_at", INSTANT))
            .key(Sort.by("name", "name", TEXT))
            .order("name")
            .of(WatchRows.TABLE);

    private WatchList() {}
}
