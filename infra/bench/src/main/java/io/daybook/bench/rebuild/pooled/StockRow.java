package io.daybook.bench.rebuild.pooled;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The pieces of a SKU. */
@Entity
@Table(name = "stock_item")
class StockRow {

    @Id
    private String sku;

    private long onHand;
    private long reserved;

    @SuppressWarnings("NullAway") // for Hibernate
    protected StockRow() {}

    StockRow(String sku) {
        this.sku = sku;
    }

    String sku() {
        return sku;
    }

    long available() {
        return onHand - reserved;
    }

    void receive(long quantity) {
        onHand += quantity;
    }

    void reserve(long quantity) {
        reserved += quantity;
    }
}
