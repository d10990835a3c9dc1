package io.daybook.query.sales;

import io.daybook.api.sales.query.CancellationsView;
import io.daybook.api.sales.query.CountrySalesView;
import io.daybook.api.sales.query.DaySalesView;
import io.daybook.api.sales.query.FindProductSales;
import io.daybook.api.sales.query.FindSales;
import io.daybook.api.sales.query.MonthSalesView;
import io.daybook.api.sales.query.ProductSalesView;
import io.daybook.api.sales.query.SalesFiguresView;
import io.daybook.api.sales.query.SalesSummaryView;
import io.daybook.api.sales.query.SalesView;
import io.daybook.query.platform.Amounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers from the sales book: what concerns documents from their table, only the stock codes from the far longer one of lines. */
@Component
final class SalesQueries {

    private final JdbcClient jdbc;
    private final String ownCurrency;

    SalesQueries(JdbcClient jdbc, SalesProperties properties) {
        this.jdbc = jdbc;
        this.ownCurrency = properties.currency();
    }

    SalesSummaryView summary(FindSales query) {
        SalesView<SalesFiguresView> all = breakdown(SalesBreakdown.NONE, query, (row, _) -> figures(row));
        return new SalesSummaryView(all.currency(), all.items().getFirst());
    }

    SalesView<DaySalesView> days(FindSales query) {
        return breakdown(
                SalesBreakdown.DAY,
                query,
                (row, _) -> new DaySalesView(row.getObject("key", LocalDate.class), figures(row)));
    }

    SalesView<MonthSalesView> months(FindSales query) {
        return breakdown(
                SalesBreakdown.MONTH,
                query,
                (row, _) -> new MonthSalesView(YearMonth.from(row.getObject("key", LocalDate.class)), figures(row)));
    }

    SalesView<CountrySalesView> countries(FindSales query) {
        return breakdown(
                SalesBreakdown.COUNTRY, query, (row, _) -> new CountrySalesView(row.getString("key"), figures(row)));
    }

    SalesView<ProductSalesView> handle(FindProductSales query) {
        SalesFilter filter = new SalesFilter(query.sales(), ownCurrency);
        String rank = switch (query.sort()) {
            case REVENUE -> "revenue";
            case UNITS -> "units";
        };
        return new SalesView<>(
                filter.currency(),
                jdbc.sql(ranking(filter.where(), rank))
                        .params(filter.parameters())
                        .param("limit", query.limit())
                        .query((row, _) -> product(row))
                        .list());
    }

    private <T> SalesView<T> breakdown(SalesBreakdown breakdown, FindSales query, RowMapper<T> row) {
        SalesFilter filter = new SalesFilter(query, ownCurrency);
        return new SalesView<>(
                filter.currency(),
                jdbc.sql(breakdown.sql(filter.where()))
                        .params(filter.parameters())
                        .query(row)
                        .list());
    }

    /** Only the products that are wanted are counted in full. */
    private static String ranking(String where, String rank) {
        return """
                WITH ranked AS (
                    SELECT sku, sum(amount) AS revenue, sum(units) AS units
                    FROM sales_line %1$s GROUP BY sku ORDER BY %2$s DESC, sku LIMIT :limit
                ), documents AS (
                    SELECT sku, document, kind, customer_id, sum(amount) AS amount
                    FROM sales_line %1$s AND sku IN (SELECT sku FROM ranked) GROUP BY sku, document, kind, customer_id
                )
                SELECT sku, revenue, ranked.units,
                       count(*) FILTER (WHERE kind = 'SALE') AS orders,
                       count(DISTINCT customer_id) AS customers,
                       count(*) FILTER (WHERE kind IN ('RETURN', 'CANCELLATION')) AS cancellations,
                       coalesce(sum(amount) FILTER (WHERE kind IN ('RETURN', 'CANCELLATION')), 0) AS cancelled
                FROM ranked JOIN documents USING (sku) GROUP BY sku, revenue, ranked.units ORDER BY %2$s DESC, sku
                """.formatted(where, rank);
    }

    private static SalesFiguresView figures(ResultSet row) throws SQLException {
        return new SalesFiguresView(
                Amounts.shown(row.getBigDecimal("revenue")),
                row.getLong("units"),
                row.getLong("orders"),
                row.getLong("customers"),
                row.getLong("products"),
                cancellations(row));
    }

    private static ProductSalesView product(ResultSet row) throws SQLException {
        return new ProductSalesView(
                row.getString("sku"),
                Amounts.shown(row.getBigDecimal("revenue")),
                row.getLong("units"),
                row.getLong("orders"),
                row.getLong("customers"),
                cancellations(row));
    }

    private static CancellationsView cancellations(ResultSet row) throws SQLException {
        return new CancellationsView(row.getLong("cancellations"), Amounts.shown(row.getBigDecimal("cancelled")));
    }
}
