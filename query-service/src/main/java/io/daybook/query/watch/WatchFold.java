package io.daybook.query.watch;

import static io.daybook.query.platform.model.Fold.known;

import io.daybook.api.watch.event.WatchDefined;
import io.daybook.api.watch.event.WatchEvent;
import io.daybook.api.watch.event.WatchRetired;
import io.daybook.api.watch.query.WatchView;
import org.jspecify.annotations.Nullable;

/** What the events of watches make of a watch. */
final class WatchFold {

    private WatchFold() {}

    static WatchView apply(@Nullable WatchView before, WatchEvent event) {
        return switch (event) {
            case WatchDefined defined ->
                new WatchView(defined.name(), defined.version(), defined.definition(), defined.definedAt(), null, null);
            case WatchRetired retired -> retired(known(before, event), retired);
        };
    }

    private static WatchView retired(WatchView watch, WatchRetired event) {
        return new WatchView(
                watch.name(),
                watch.version(),
                watch.definition(),
                watch.definedAt(),
                event.retiredAt(),
                event.reason());
    }
}
