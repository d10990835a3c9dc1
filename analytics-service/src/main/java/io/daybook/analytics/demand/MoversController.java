package io.daybook.analytics.demand;

import io.daybook.analytics.demand.MoverKernel.Direction;
import io.daybook.analytics.demand.MoverKernel.Mover;
import io.daybook.analytics.demand.MoversView.MoverView;
import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.RequestedTime;
import io.daybook.api.InvalidValue;
import io.daybook.api.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /demand/movers}: the products whose demand in the last {@code window} differs most from that of the time
 * {@code against} before it, by {@code by} = units, orders, views or cart-additions. Money is no count, so there are no
 * movers by revenue.
 */
@RestController
class MoversController {

    private final DemandQueries queries;
    private final AnalyticsProperties properties;

    MoversController(DemandQueries queries, AnalyticsProperties properties) {
        this.queries = queries;
        this.properties = properties;
    }

    @GetMapping("/demand/movers")
    ResponseEntity<MoversView> movers(
            @RequestParam(defaultValue = "PT1H") Duration window,
            @RequestParam(defaultValue = "P7D") Duration against,
            @RequestParam(defaultValue = "units") String by,
            @RequestParam(defaultValue = "up") String direction,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ToLongFunction<Demand> measure = measure(by);
        Direction way = direction(direction);
        PageRequest page = new PageRequest(limit, cursor);
        MoversCursor start = cursor == null ? MoversCursor.FIRST : MoversCursor.of(cursor);
        Instant end =
                start.end() != null || at == null ? start.end() : RequestedTime.parse(at, "at", properties.zone());
        DemandQueries.Compared compared = queries.compared(end, window, against);
        double ratio = (double) window.toSeconds() / against.toSeconds();
        List<Mover> all = MoverKernel.movers(compared.now(), compared.before(), ratio, measure, way);
        List<MoverView> items = all.stream()
                .skip(start.skipped())
                .limit(page.limit())
                .map(MoverView::of)
                .toList();
        int shown = start.skipped() + items.size();
        String next = shown < all.size() ? new MoversCursor(compared.window().until(), shown).text() : null;
        return DemandController.covering(compared.coverage())
                .body(new MoversView(
                        compared.window().from(),
                        compared.window().until(),
                        compared.reference().from(),
                        by,
                        direction,
                        items,
                        next,
                        CoverageView.of(compared.coverage())));
    }

    private static ToLongFunction<Demand> measure(String by) {
        return switch (by) {
            case "units" -> demand -> demand.sales().units();
            case "orders" -> Demand::orders;
            case "views" -> Demand::views;
            case "cart-additions" -> Demand::cartAdditions;
            default -> throw new InvalidValue("by", "must be units, orders, views or cart-additions");
        };
    }

    private static Direction direction(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "up" -> Direction.UP;
            case "down" -> Direction.DOWN;
            default -> throw new InvalidValue("direction", "must be up or down");
        };
    }
}
