package io.daybook.api;

/** What an access token may allow its bearer to do: one scope per capability, writing and reading apart. */
public enum Scope {
    CATALOG_WRITE("catalog:write"),
    CATALOG_READ("catalog:read"),
    /** List prices, pricing policies and scheduled prices. */
    PRICING_WRITE("pricing:write"),
    PRICING_PROPOSE("pricing:propose"),
    PRICING_APPROVE("pricing:approve"),
    PRICING_READ("pricing:read"),
    /** Signed quotes. */
    QUOTE_WRITE("quote:write"),
    STOCK_WRITE("stock:write"),
    STOCK_READ("stock:read"),
    ORDER_WRITE("order:write"),
    /** What an operator does to an order that is stuck. */
    ORDER_OPERATE("order:operate"),
    ORDER_READ("order:read"),
    CUSTOMER_WRITE("customer:write"),
    CUSTOMER_ERASE("customer:erase"),
    CUSTOMER_READ("customer:read"),
    SALES_READ("sales:read"),
    /** Windows of the analytics. */
    WINDOWS_READ("windows:read"),
    /** What visitors do, and what is forgotten of it. */
    ACTIVITY_WRITE("activity:write"),
    DEMAND_READ("demand:read"),
    RECOMMENDATION_READ("recommendation:read"),
    /** To raise alerts: what a detector does. */
    ALERT_RAISE("alert:raise"),
    /** To acknowledge and resolve alerts. */
    ALERT_WRITE("alert:write"),
    /** To define watches, and retire them. */
    MONITORING_WRITE("monitoring:write"),
    /** Alerts, watches, measures, and how watches would have done. */
    MONITORING_READ("monitoring:read"),
    /** Progress of processors, overdue processes. */
    OPERATIONS_READ("operations:read"),
    /** Processors, rebuilds, repairs and dead letters. */
    OPERATIONS_WRITE("operations:write"),
    /** Every stored event with who wanted it and what led to it, its proofs and exports, and who has looked. */
    AUDIT_READ("audit:read"),
    /** Subscriptions of other systems to events. */
    WEBHOOK_WRITE("webhook:write"),
    WEBHOOK_READ("webhook:read");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    /** The scope as it stands in a token. */
    public String value() {
        return value;
    }
}
