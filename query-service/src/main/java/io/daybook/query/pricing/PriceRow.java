package io.daybook.query.pricing;

import io.daybook.query.platform.Row;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "price")
class PriceRow implements Row<PriceState> {

    @Id
    private String sku;

    @Convert(converter = PriceStateJson.class)
    private PriceState state;

    private long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PriceRow() {}

    PriceRow(PriceState state, long position) {
        this.sku = state.sku();
        this.state = state;
        this.position = position;
    }

    String sku() {
        return sku;
    }

    @Override
    public PriceState view() {
        return state;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void show(PriceState view, long position) {
        this.state = view;
        this.position = position;
    }
}
