package io.daybook.query.catalog;

import io.daybook.api.catalog.query.ProductView;
import io.daybook.query.platform.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "product")
class ProductRow implements Row<ProductView> {

    @Id
    private String sku;

    private String name;
    private boolean stocked;
    private @Nullable String category;
    private boolean withdrawn;
    private @Nullable String withdrawalReason;
    private long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ProductRow() {}

    ProductRow(ProductView view, long position) {
        this.sku = view.sku();
        this.name = view.name();
        show(view, position);
    }

    @Override
    public ProductView view() {
        return new ProductView(sku, name, stocked, category, withdrawn, withdrawalReason);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void show(ProductView view, long position) {
        this.name = view.name();
        this.stocked = view.stocked();
        this.category = view.category();
        this.withdrawn = view.withdrawn();
        this.withdrawalReason = view.withdrawalReason();
        this.position = position;
    }
}
