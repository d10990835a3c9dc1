package io.daybook.analytics.demand;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.RequestedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What is wanted now: of a product, of the products of a category, of a country's customers. All windows end at
 * {@code at}, rounded up to the next minute; left out, with the minute of the newest business time seen, which the
 * answer names. The histories have windows one after the other: as long as {@code window}, each {@code advance} after
 * the one before, within {@code from} and {@code until}.
 */
@RestController
@RequestMapping("/demand")
class DemandController {

    static final String EVENT_POSITION = "Event-Position";

    private final DemandQueries queries;
    private final LiveDemand live;
    private final AnalyticsProperties properties;

    DemandController(DemandQueries queries, LiveDemand live, AnalyticsProperties properties) {
        this.queries = queries;
        this.live = live;
        this.properties = properties;
    }

    @GetMapping("/products/{sku}")
    ResponseEntity<DemandView> product(@PathVariable String sku, @RequestParam(required = false) @Nullable String at) {
        return current(Names.product(sku), queries.ofProduct(sku, timeOrNull(at, "at")));
    }

    @GetMapping("/categories/{category}")
    ResponseEntity<DemandView> category(
            @PathVariable String category, @RequestParam(required = false) @Nullable String at) {
        return current(Names.category(category), queries.ofCategory(category, timeOrNull(at, "at")));
    }

    @GetMapping("/countries/{country}")
    ResponseEntity<DemandView> country(
            @PathVariable String country, @RequestParam(required = false) @Nullable String at) {
        return current(Names.country(country), queries.ofCountry(country, timeOrNull(at, "at")));
    }

    /** The same as server-sent events: at once, and within a second of each change. */
    @GetMapping(path = "/products/{sku}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@PathVariable String sku) {
        return live.open(() -> DemandView.of(Names.product(sku), queries.ofProduct(sku, null)));
    }

    @GetMapping("/products/{sku}/history")
    ResponseEntity<HistoryView> productHistory(
            @PathVariable String sku,
            @RequestParam(defaultValue = "PT1H") Duration window,
            @RequestParam(required = false) @Nullable Duration advance,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        return history(Names.product(sku), sku, asked(window, advance, from, until), queries::historyOfProduct);
    }

    @GetMapping("/categories/{category}/history")
    ResponseEntity<HistoryView> categoryHistory(
            @PathVariable String category,
            @RequestParam(defaultValue = "PT1H") Duration window,
            @RequestParam(required = false) @Nullable Duration advance,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        return history(
                Names.category(category), category, asked(window, advance, from, until), queries::historyOfCategory);
    }

    @GetMapping("/countries/{country}/history")
    ResponseEntity<HistoryView> countryHistory(
            @PathVariable String country,
            @RequestParam(defaultValue = "PT1H") Duration window,
            @RequestParam(required = false) @Nullable Duration advance,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        return history(Names.country(country), country, asked(window, advance, from, until), queries::historyOfCountry);
    }

    private static ResponseEntity<DemandView> current(Names names, CurrentDemand demand) {
        return covering(demand.coverage()).body(DemandView.of(names, demand));
    }

    private static ResponseEntity<HistoryView> history(
            Names names,
            String name,
            DemandQueries.Asked asked,
            BiFunction<String, DemandQueries.Asked, DemandQueries.History> query) {
        DemandQueries.History history = query.apply(name, asked);
        return covering(history.coverage()).body(HistoryView.of(names, asked, history));
    }

    static ResponseEntity.BodyBuilder covering(Coverage coverage) {
        return ResponseEntity.ok().header(EVENT_POSITION, Long.toString(coverage.eventPosition()));
    }

    private DemandQueries.Asked asked(
            Duration window, @Nullable Duration advance, @Nullable String from, @Nullable String until) {
        return new DemandQueries.Asked(
                window, advance == null ? window : advance, timeOrNull(from, "from"), timeOrNull(until, "until"));
    }

    private @Nullable Instant timeOrNull(@Nullable String text, String field) {
        return text == null ? null : RequestedTime.parse(text, field, properties.zone());
    }
}
