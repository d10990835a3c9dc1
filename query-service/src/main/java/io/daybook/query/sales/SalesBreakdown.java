package io.daybook.query.sales;

/** By what the figures of the book may be broken down. */
enum SalesBreakdown {
    NONE("''", "()", "key"),
    DAY("day", "(key)", "key"),
    MONTH("date_trunc('month', day::timestamp)::date", "(key)", "key"),
    COUNTRY("country", "(key)", "revenue DESC, key");

    private final String key;
    private final String groups;
    private final String order;

    SalesBreakdown(String key, String groups, String order) {
        this.key = key;
        this.groups = groups;
        this.order = order;
    }

    /** The statement for the rows that the condition lets through. */
    String sql(String where) {
        return """
                WITH documents AS (
                    SELECT %1$s AS key, coalesce(sum(amount), 0) AS revenue, coalesce(sum(units), 0) AS units,
                           count(*) FILTER (WHERE kind = 'SALE') AS orders,
                           count(DISTINCT customer_id) AS customers,
                           count(*) FILTER (WHERE kind IN ('RETURN', 'CANCELLATION')) AS cancellations,
                           coalesce(sum(amount) FILTER (WHERE kind IN ('RETURN', 'CANCELLATION')), 0) AS cancelled
                    FROM sales_document %2$s GROUP BY %3$s
                ), moved AS (
                    SELECT DISTINCT %1$s AS key, sku FROM sales_line %2$s
                ), products AS (
                    SELECT %4$s AS key, count(*) AS products FROM moved GROUP BY %3$s
                )
                SELECT * FROM documents JOIN products USING (key) WHERE key IS NOT NULL ORDER BY %5$s
                """.formatted(key, where, groups, this == NONE ? key : "key", order);
    }
}
