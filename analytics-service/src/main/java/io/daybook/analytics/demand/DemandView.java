package io.daybook.analytics.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The demand for a product, a category or a country, one of which is named.
 *
 * @param newest the newest business time seen
 * @param windows all windows that end at one time
 * @param lastSales the last sales whenever they were; left out where an earlier time was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DemandView(
        @Nullable String sku,
        @Nullable String category,
        @Nullable String country,
        @Nullable Instant newest,
        List<WindowView> windows,
        @Nullable LastSalesView lastSales,
        CoverageView coverage) {

    static DemandView of(Names names, CurrentDemand demand) {
        return new DemandView(
                names.sku(),
                names.category(),
                names.country(),
                demand.coverage().newest().orElse(null),
                demand.windows().stream().map(WindowView::of).toList(),
                demand.lastSales().map(LastSalesView::of).orElse(null),
                CoverageView.of(demand.coverage()));
    }

    /** Whether nothing but what is covered differs. */
    boolean tellsTheSameAs(DemandView other) {
        return windows.equals(other.windows) && Objects.equals(lastSales, other.lastSales);
    }
}
