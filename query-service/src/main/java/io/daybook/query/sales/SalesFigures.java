package io.daybook.query.sales;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statement for the figures of a part of the book by some dimensions, or by none. What concerns documents is read
 * from their table; from the far longer one of lines only the stock codes, except where the question is about lines.
 */
final class SalesFigures {

    private static final String TAKEN_BACK = "kind IN ('RETURN', 'CANCELLATION')";

    private SalesFigures() {}

    static String sql(List<SalesDimension> dimensions, SalesFilters filters) {
        String where = where(dimensions, filters);
        return filters.ofLines() || dimensions.stream().anyMatch(SalesDimension::isOfLines)
                ? ofLines(dimensions, where)
                : ofDocuments(dimensions, where);
    }

    private static String where(List<SalesDimension> dimensions, SalesFilters filters) {
        return filters.where() + (dimensions.contains(SalesDimension.COUNTRY) ? " AND country IS NOT NULL" : "");
    }

    private static String ofDocuments(List<SalesDimension> dimensions, String where) {
        return """
                SELECT %1$s sum(revenue) AS revenue, sum(units)::bigint AS units, sum(orders)::bigint AS orders,
                       sum(customers)::bigint AS customers, sum(products)::bigint AS products,
                       sum(cancellations)::bigint AS cancellations, sum(cancelled) AS cancelled
                FROM (
                    SELECT %2$s coalesce(sum(amount), 0) AS revenue, coalesce(sum(units), 0) AS units,
                           count(*) FILTER (WHERE kind = 'SALE') AS orders, count(DISTINCT customer_id) AS customers,
                           0 AS products, count(*) FILTER (WHERE %4$s) AS cancellations,
                           coalesce(sum(amount) FILTER (WHERE %4$s), 0) AS cancelled
                    FROM sales_document %3$s %5$s
                    UNION ALL
                    SELECT %1$s 0, 0, 0, 0, count(*), 0, 0
                    FROM (SELECT DISTINCT %2$s sku FROM sales_line %3$s) moved %6$s
                ) parts %6$s
                """.formatted(
                        list(dimensions, SalesDimension::column),
                        list(dimensions, SalesFigures::named),
                        where,
                        TAKEN_BACK,
                        groups(dimensions, SalesDimension::expression),
                        groups(dimensions, SalesDimension::column));
    }

    private static String ofLines(List<SalesDimension> dimensions, String where) {
        return """
                SELECT %1$s coalesce(sum(amount), 0) AS revenue, coalesce(sum(units), 0)::bigint AS units,
                       count(DISTINCT document) FILTER (WHERE kind = 'SALE') AS orders,
                       count(DISTINCT customer_id) AS customers, count(DISTINCT sku) AS products,
                       count(DISTINCT document) FILTER (WHERE %4$s) AS cancellations,
                       coalesce(sum(amount) FILTER (WHERE %4$s), 0) AS cancelled
                FROM (
                    SELECT %2$s document, kind, customer_id, sku, amount, units
                    FROM sales_line LEFT JOIN (SELECT sku, category FROM product) products USING (sku) %3$s
                ) parts %5$s
                """.formatted(
                        list(dimensions, SalesDimension::column),
                        list(dimensions, SalesFigures::named),
                        where,
                        TAKEN_BACK,
                        groups(dimensions, SalesDimension::column));
    }

    private static String named(SalesDimension dimension) {
        return dimension.expression() + " AS " + dimension.column();
    }

    private static String list(List<SalesDimension> dimensions, Function<SalesDimension, String> text) {
        return dimensions.stream().map(text).map(column -> column + ",").collect(Collectors.joining(" "));
    }

    private static String groups(List<SalesDimension> dimensions, Function<SalesDimension, String> text) {
        return dimensions.isEmpty()
                ? ""
                : dimensions.stream().map(text).collect(Collectors.joining(", ", "GROUP BY ", ""));
    }
}
