package io.daybook.query.sales;

import io.daybook.api.sales.query.CancellationsView;
import io.daybook.api.sales.query.SalesFiguresView;
import io.daybook.api.sales.query.SalesRowView;
import io.daybook.api.sales.query.SalesSummaryView;
import io.daybook.query.platform.Amounts;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers from the sales book. */
@Component
final class SalesQueries {

    private final JdbcClient jdbc;
    private final String ownCurrency;

    SalesQueries(JdbcClient jdbc, SalesProperties properties) {
        this.jdbc = jdbc;
        this.ownCurrency = properties.currency();
    }

    SalesSummaryView summary(Asked asked) {
        return summary(filters(asked));
    }

    /** What is asked of a summary; refused here where it is not fit. */
    SalesFilters filters(Asked asked) {
        asked.requireKnown(SalesFilters.parameters().toList());
        return SalesFilters.of(asked, ownCurrency);
    }

    SalesSummaryView summary(SalesFilters filters) {
        return new SalesSummaryView(
                filters.currency(),
                jdbc.sql(SalesFigures.sql(List.of(), filters))
                        .params(filters.values().values())
                        .query((row, _) -> figures(row))
                        .single());
    }

    Listed<SalesRowView> by(List<SalesDimension> dimensions, Asked asked) {
        SalesFilters filters = SalesFilters.of(asked, ownCurrency);
        return SalesList.by(dimensions, filters).ask(asked, filters.values()).headed("currency", filters.currency());
    }

    static SalesFiguresView figures(ResultSet row) throws SQLException {
        return new SalesFiguresView(
                Amounts.shown(row.getBigDecimal("revenue")),
                row.getLong("units"),
                row.getLong("orders"),
                row.getLong("customers"),
                row.getLong("products"),
                new CancellationsView(row.getLong("cancellations"), Amounts.shown(row.getBigDecimal("cancelled"))));
    }
}
