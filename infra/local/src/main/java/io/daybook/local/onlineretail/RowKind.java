package io.daybook.local.onlineretail;

/** What a row of the file is, and what becomes of it; every row is of exactly one kind. */
enum RowKind {
    ORDER_LINE("order line", "line of an order, at the price of the row"),
    FREE_LINE("free line", "line of an order, at 0"),
    SERVICE_LINE("service line", "line of an order, of a product that is not stocked (postage, fees)"),
    RETURN_LINE("return line", "line of a return (invoice C…)"),
    WRITE_OFF("stock write-off", "write-off (quantity below 0 without a return)"),
    ADJUSTMENT("adjustment", "adjustment (invoice A…)"),
    BROKEN("broken row", "reported below, not mapped");

    private final String label;
    private final String mapping;

    RowKind(String label, String mapping) {
        this.label = label;
        this.mapping = mapping;
    }

    String label() {
        return label;
    }

    String mapping() {
        return mapping;
    }
}
