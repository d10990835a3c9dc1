package io.daybook.local.traffic;

/** What a request asks the command-service for. */
public enum RequestKind {
    PRODUCT("product registered", "PRODUCT_ALREADY_REGISTERED"),
    PRODUCT_NAME("product named", ""),
    LIST_PRICE("list price", "PRICE_TIMES_MOVE_FORWARD"),
    RECEIPT("stock receipt", ""),
    ORDER("order", ""),
    RETURN("return", ""),
    WRITE_OFF("write-off", ""),
    ADJUSTMENT("adjustment", ""),
    PAYMENT("payment", ""),
    SHIPMENT("shipment", ""),
    CANCELLATION("cancellation", "");

    private final String label;
    private final String knownCode;

    RequestKind(String label, String knownCode) {
        this.label = label;
        this.knownCode = knownCode;
    }

    public String label() {
        return label;
    }

    /**
     * Whether a refusal says that the thing was recorded before: a product may have got another name since, and a list
     * price be followed by a later one, so the repetition of a long-past request is refused rather than recognised.
     */
    boolean isKnownAlready(String code) {
        return !knownCode.isEmpty() && knownCode.equals(code);
    }
}
