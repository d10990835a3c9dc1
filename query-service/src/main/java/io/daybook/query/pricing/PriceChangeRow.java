package io.daybook.query.pricing;

import io.daybook.api.pricing.query.PriceChangeView;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something that happened to a price, written once. */
@Entity
@Table(name = "price_change")
class PriceChangeRow {

    @Id
    private long position;

    @SuppressWarnings("UnusedVariable") // queries filter by it
    private String sku;

    @Convert(converter = PriceChangeJson.class)
    private PriceChangeView change;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PriceChangeRow() {}

    PriceChangeRow(PriceChangeView change, String sku) {
        this.position = change.position();
        this.sku = sku;
        this.change = change;
    }

    PriceChangeView view() {
        return change;
    }

    long position() {
        return position;
    }
}
