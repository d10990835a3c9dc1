package io.daybook.query.sales;

import static io.daybook.query.platform.list.ValueType.DECIMAL;
import static io.daybook.query.platform.list.ValueType.NUMBER;

import io.daybook.api.sales.query.SalesRowView;
import io.daybook.query.platform.list.Condition;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /sales}: the figures of the book by one or two dimensions, through time, and by revenue where that is no
 * matter.
 */
final class SalesList {

    /** More rows than the days of a lifetime. */
    static final int MOST = 10_000;

    private SalesList() {}

    static Listing<SalesRowView> by(List<SalesDimension> dimensions, SalesFilters filters) {
        String names = dimensions.stream().map(SalesDimension::label).collect(Collectors.joining("-"));
        return Listing.named(
                        "sales-by-%s-%s".formatted(names, filters.currency().toLowerCase(Locale.ROOT)),
                        SalesRowView.class)
                .fieldsFirst(dimensions.stream().map(SalesDimension::field).toList())
                .filters(Stream.concat(Stream.of("by"), SalesFilters.parameters())
                        .map(SalesList::dealtWith))
                .key(dimensions.stream().map(SalesDimension::sort).toArray(Sort[]::new))
                .sorts(
                        Sort.by("revenue", "revenue", DECIMAL),
                        Sort.by("units", "units", NUMBER),
                        Sort.by("orders", "orders", NUMBER),
                        Sort.by("customers", "customers", NUMBER),
                        Sort.by("products", "products", NUMBER),
                        Sort.by("cancellations", "cancellations", NUMBER))
                .order(order(dimensions))
                .most(MOST)
                .of("(" + SalesFigures.sql(dimensions, filters) + ") figures", (row, _) -> view(row, dimensions));
    }

    /** The source of the rows has the condition already; the parameter is still one of the list's. */
    private static Filter dealtWith(String parameter) {
        return new Filter(parameter, _ -> new Condition("", Map.of()));
    }

    private static String order(List<SalesDimension> dimensions) {
        Stream<String> times =
                dimensions.stream().filter(SalesDimension::isTime).map(SalesDimension::field);
        boolean onlyTimes = dimensions.stream().allMatch(SalesDimension::isTime);
        return Stream.concat(times, onlyTimes ? Stream.empty() : Stream.of("-revenue"))
                .collect(Collectors.joining(","));
    }

    @SuppressWarnings("NullAway") // the component's annotation does not reach the canonical constructor
    private static SalesRowView view(ResultSet row, List<SalesDimension> dimensions) throws SQLException {
        Map<String, @Nullable String> part = new LinkedHashMap<>();
        for (SalesDimension dimension : dimensions) {
            part.put(dimension.field(), dimension.shown(row));
        }
        return new SalesRowView(part, SalesQueries.figures(row));
    }
}
