package io.daybook.analytics.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The demand for a product, a category or a country in windows one after the other. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryView(
        @Nullable String sku,
        @Nullable String category,
        @Nullable String country,
        Duration window,
        Duration advance,
        List<WindowView> windows,
        CoverageView coverage) {

    static HistoryView of(Names names, DemandQueries.Asked asked, DemandQueries.History history) {
        return new HistoryView(
                names.sku(),
                names.category(),
                names.country(),
                asked.window(),
                asked.advance(),
                history.windows().stream()
                        .map(window -> WindowView.of(
                                asked.window(), new TimeRange(window.start(), window.end()), window.demand()))
                        .toList(),
                CoverageView.of(history.coverage()));
    }
}
