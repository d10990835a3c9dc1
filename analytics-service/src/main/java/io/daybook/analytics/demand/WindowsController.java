package io.daybook.analytics.demand;

import io.daybook.analytics.demand.TopSellers.Measure;
import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.RequestedTime;
import io.daybook.api.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sales in windows of business time. Times are instants ({@code 2011-11-14T00:00:00Z}) or dates, which mean the start
 * of the day in the shop's time zone; {@code from} is inclusive, {@code until} exclusive. Lengths are ISO 8601
 * ({@code PT1H}, {@code P1D} = 24 hours).
 */
@RestController
@RequestMapping("/windows")
class WindowsController {

    private final WindowQueries queries;
    private final AnalyticsProperties properties;

    WindowsController(WindowQueries queries, AnalyticsProperties properties) {
        this.queries = queries;
        this.properties = properties;
    }

    /**
     * A SKU's windows: the first starts at {@code from}, the next ones {@code advance} later each (tumbling without
     * it), as far as they lie whole within the range. Without {@code until} the range ends after the latest sale there
     * is, without {@code from} it is a day long, or as long as one window.
     */
    @GetMapping("/products/{sku}")
    ProductWindows windows(
            @PathVariable String sku,
            @RequestParam Duration size,
            @RequestParam(required = false) @Nullable Duration advance,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String currency) {
        Instant start = from == null ? null : time(from, "from");
        Instant end = until == null ? null : time(until, "until");
        String shown = currencyOr(currency);
        List<WindowSales> windows = queries.windows(sku, start, end, size, advance).stream()
                .map(window -> WindowSales.of(window, shown))
                .toList();
        return new ProductWindows(sku, shown, size, advance == null ? size : advance, windows);
    }

    /**
     * The best sellers of the window of {@code size} that ends at {@code at}, rounded up to the next pane boundary: the
     * last {@code size} as seen at that time. Without {@code at} it ends after the latest sale there is.
     */
    @GetMapping("/top")
    TopOfWindow top(
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "P1D") Duration size,
            @RequestParam(defaultValue = "units") String by,
            @RequestParam(defaultValue = "10") int limit,
            @RequestParam(required = false) @Nullable String currency) {
        Measure measure = measure(by);
        Instant end = at == null ? null : time(at, "at");
        String shown = currencyOr(currency);
        WindowQueries.Top top = queries.top(end, size, shown, measure, limit);
        List<SellerSales> sellers = top.sellers().stream().map(SellerSales::of).toList();
        return new TopOfWindow(top.window().from(), top.window().until(), shown, by, sellers);
    }

    /** Everything sold in a range; an end that is left out is open. */
    @GetMapping("/totals")
    Totals totals(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String currency) {
        Instant start = from == null ? null : time(from, "from");
        Instant end = until == null ? null : time(until, "until");
        TimeRange range = new TimeRange(start == null ? Instant.MIN : start, end == null ? Instant.MAX : end);
        String shown = currencyOr(currency);
        Sales total = queries.total(range, shown);
        return new Totals(start, end, shown, total.units(), total.shownRevenue());
    }

    private Instant time(String text, String field) {
        return RequestedTime.parse(text, field, properties.zone());
    }

    private String currencyOr(@Nullable String currency) {
        return currency == null ? properties.currency() : currency;
    }

    private static Measure measure(String by) {
        return switch (by.toLowerCase(Locale.ROOT)) {
            case "units" -> Measure.UNITS;
            case "revenue" -> Measure.REVENUE;
            default -> throw new InvalidValue("by", "must be units or revenue");
        };
    }
}
