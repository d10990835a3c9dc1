package io.daybook.query.watch;

import io.daybook.api.watch.query.FindWatch;
import io.daybook.api.watch.query.WatchView;
import io.daybook.query.platform.Shown;
import org.springframework.stereotype.Component;

@Component
final class WatchQueries {

    private final WatchRows rows;

    WatchQueries(WatchRows rows) {
        this.rows = rows;
    }

    Shown<WatchView> handle(FindWatch query) {
        return rows.findOrThrow(query.name());
    }
}
