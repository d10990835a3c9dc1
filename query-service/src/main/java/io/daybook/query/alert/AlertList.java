package io.daybook.query.alert;

import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.alert.query.AlertStatus;
import io.daybook.api.alert.query.AlertView;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.Severity;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;

/** {@code GET /alerts}, the latest first. */
final class AlertList {

    static final Listing<AlertView> LIST = Listing.named("alerts", AlertView.class)
            .filters(
                    Filter.of("watch", "watch", TEXT),
                    Filter.of("severity", "severity", Severity.class),
                    Filter.of("status", "status", AlertStatus.class),
                    Filter.of("measure", "measure", Measure.class),
                    Filter.of("group", "grouped", TEXT))
            .filters(Filter.range("since", "since", INSTANT))
            .sorts(Sort.by("since", "since", INSTANT))
            .key(Sort.by("alertId", "alert_id", TEXT))
            .order("-since,-alertId")
            .of(AlertRows.TABLE);

    private AlertList() {}
}
