package io.daybook.query.customer;

import io.daybook.api.customer.ErasureReason;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.query.CustomerStatus;
import io.daybook.api.customer.query.CustomerView;
import io.daybook.query.platform.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer")
class CustomerRow implements Row<SealedCustomer> {

    @Id
    private String customerId;

    @Enumerated(EnumType.STRING)
    private CustomerStatus status;

    private Instant registeredAt;
    private @Nullable Instant revisedAt;
    private @Nullable Instant erasedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ErasureReason erasureReason;

    private @Nullable String sealedIn;
    private @Nullable Integer sealedVersion;
    private @Nullable String nonce;
    private @Nullable String ciphertext;
    private @Nullable String digest;
    private long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    CustomerRow() {}

    CustomerRow(SealedCustomer customer, long position) {
        this.customerId = customer.customer().customerId();
        this.status = customer.customer().status();
        this.registeredAt = customer.customer().registeredAt();
        show(customer, position);
    }

    CustomerView customer() {
        return new CustomerView(customerId, status, registeredAt, revisedAt, erasedAt, erasureReason);
    }

    @Override
    public SealedCustomer view() {
        return new SealedCustomer(customer(), sealed(), sealedIn);
    }

    private @Nullable SealedData sealed() {
        return sealedVersion == null
                ? null
                : new SealedData(
                        sealedVersion,
                        Objects.requireNonNull(nonce),
                        Objects.requireNonNull(ciphertext),
                        Objects.requireNonNull(digest));
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void show(SealedCustomer view, long position) {
        CustomerView customer = view.customer();
        this.status = customer.status();
        this.registeredAt = customer.registeredAt();
        this.revisedAt = customer.revisedAt();
        this.erasedAt = customer.erasedAt();
        this.erasureReason = customer.erasureReason();
        SealedData sealed = view.sealed();
        this.sealedIn = view.sealedIn();
        this.sealedVersion = sealed == null ? null : sealed.version();
        this.nonce = sealed == null ? null : sealed.nonce();
        this.ciphertext = sealed == null ? null : sealed.ciphertext();
        this.digest = sealed == null ? null : sealed.digest();
        this.position = position;
    }
}
