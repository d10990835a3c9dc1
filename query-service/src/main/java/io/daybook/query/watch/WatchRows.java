package io.daybook.query.watch;

import io.daybook.api.RejectionCode;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.event.WatchEvent;
import io.daybook.api.watch.query.WatchView;
import io.daybook.query.platform.Columns;
import io.daybook.query.platform.Json;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import org.springframework.stereotype.Component;

@Component
final class WatchRows extends Rows<WatchView> {

    private static final Json<WatchDefinition> DEFINITION = Json.of(WatchDefinition.class);

    static final Table<WatchView> TABLE = Table.<WatchView>named("watch")
            .text("name", WatchView::name)
            .number("defined", WatchView::version)
            .text("kind", watch -> watch.definition().kind())
            .text("measure", watch -> watch.definition().measure())
            .text("severity", watch -> watch.definition().severity())
            .text("definition", watch -> DEFINITION.text(watch.definition()))
            .instant("defined_at", WatchView::definedAt)
            .instant("retired_at", WatchView::retiredAt)
            .text("retirement", WatchView::retirement)
            .read(row -> new WatchView(
                    row.getString("name"),
                    row.getLong("defined"),
                    DEFINITION.value(row.getString("definition")),
                    Columns.instant(row, "defined_at"),
                    Columns.instantOrNull(row, "retired_at"),
                    row.getString("retirement")));

    static final ReadModel<WatchView, WatchEvent> MODEL =
            ReadModel.ofAggregates(TABLE, WatchEvent.class, "watch:", WatchEvent::name, WatchFold::apply);

    WatchRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.WATCH_UNKNOWN);
    }
}
