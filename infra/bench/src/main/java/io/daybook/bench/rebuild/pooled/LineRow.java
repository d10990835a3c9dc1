package io.daybook.bench.rebuild.pooled;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a document of the sales book. */
@Entity
@Table(name = "sales_line")
class LineRow {

    @Id
    private String lineId;

    private String sku;
    private Instant bookedAt;
    private String country;
    private @Nullable String customerId;
    private long units;
    private BigDecimal amount;

    @SuppressWarnings("NullAway") // for Hibernate
    protected LineRow() {}

    LineRow(
            String lineId,
            String sku,
            Instant bookedAt,
            String country,
            @Nullable String customerId,
            long units,
            BigDecimal amount) {
        this.lineId = lineId;
        this.sku = sku;
        this.bookedAt = bookedAt;
        this.country = country;
        this.customerId = customerId;
        this.units = units;
        this.amount = amount;
    }

    @Override
    public String toString() {
        return "%s: %s at %s of %s in %s: %d pieces, %s"
                .formatted(lineId, sku, bookedAt, customerId, country, units, amount);
    }
}
