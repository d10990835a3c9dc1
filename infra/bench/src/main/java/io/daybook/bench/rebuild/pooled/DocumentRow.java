package io.daybook.bench.rebuild.pooled;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document of the sales book. */
@Entity
@Table(name = "sales_document")
class DocumentRow {

    @Id
    private String documentId;

    private Instant bookedAt;
    private String country;
    private @Nullable String customerId;
    private long units;
    private BigDecimal amount;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DocumentRow() {}

    DocumentRow(
            String documentId,
            Instant bookedAt,
            String country,
            @Nullable String customerId,
            long units,
            BigDecimal amount) {
        this.documentId = documentId;
        this.bookedAt = bookedAt;
        this.country = country;
        this.customerId = customerId;
        this.units = units;
        this.amount = amount;
    }

    @Override
    public String toString() {
        return "%s at %s of %s in %s: %d pieces, %s"
                .formatted(documentId, bookedAt, customerId, country, units, amount);
    }
}
