package io.daybook.query.pricing;

import io.daybook.api.pricing.query.ListPriceView;
import io.daybook.query.platform.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

@Entity
@Table(name = "list_price")
class ListPriceRow implements Row<ListPriceView> {

    @Id
    private String sku;

    private BigDecimal amount;
    private String currency;
    private Instant validFrom;
    private long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ListPriceRow() {}

    ListPriceRow(ListPriceView view, long position) {
        this.sku = view.sku();
        this.amount = view.amount();
        this.currency = view.currency();
        this.validFrom = view.validFrom();
        this.position = position;
    }

    @Override
    public ListPriceView view() {
        return new ListPriceView(sku, amount, currency, validFrom);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void show(ListPriceView view, long position) {
        this.amount = view.amount();
        this.currency = view.currency();
        this.validFrom = view.validFrom();
        this.position = position;
    }
}
