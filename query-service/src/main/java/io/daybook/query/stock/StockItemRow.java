package io.daybook.query.stock;

import io.daybook.api.stock.query.StockItemView;
import io.daybook.query.platform.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "stock_item")
class StockItemRow implements Row<StockItemView> {

    @Id
    private String sku;

    private long onHand;
    private long reserved;
    private long refusals;
    private long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    StockItemRow() {}

    StockItemRow(StockItemView view, long position) {
        this.sku = view.sku();
        show(view, position);
    }

    @Override
    public StockItemView view() {
        return new StockItemView(sku, onHand, reserved, refusals);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void show(StockItemView view, long position) {
        this.onHand = view.onHand();
        this.reserved = view.reserved();
        this.refusals = view.refusals();
        this.position = position;
    }
}
