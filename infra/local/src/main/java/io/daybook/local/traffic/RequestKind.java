package io.daybook.local.traffic;

/** What a request asks the command-service for. */
public enum RequestKind {
    PRODUCT("product registered"),
    PRODUCT_NAME("product named"),
    LIST_PRICE("list price"),
    RECEIPT("stock receipt"),
    ORDER("order"),
    RETURN("return"),
    WRITE_OFF("write-off"),
    ADJUSTMENT("adjustment"),
    PAYMENT("payment"),
    SHIPMENT("shipment"),
    CANCELLATION("cancellation");

    private final String label;

    RequestKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
