package io.daybook.query.customer;

import io.daybook.api.RejectionCode;
import io.daybook.api.customer.ErasureReason;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.event.CustomerEvent;
import io.daybook.api.customer.query.CustomerStatus;
import io.daybook.api.customer.query.CustomerView;
import io.daybook.query.platform.Columns;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class CustomerRows extends Rows<SealedCustomer> {

    static final Table<SealedCustomer> TABLE = Table.<SealedCustomer>named("customer")
            .text("customer_id", of(CustomerView::customerId))
            .text("status", of(CustomerView::status))
            .instant("registered_at", of(CustomerView::registeredAt))
            .instant("revised_at", of(CustomerView::revisedAt))
            .instant("erased_at", of(CustomerView::erasedAt))
            .text("erasure_reason", of(CustomerView::erasureReason))
            .text("sealed_in", SealedCustomer::sealedIn)
            .number("sealed_version", sealed(SealedData::version))
            .text("nonce", sealed(SealedData::nonce))
            .text("ciphertext", sealed(SealedData::ciphertext))
            .text("digest", sealed(SealedData::digest))
            .read(row -> new SealedCustomer(customer(row), sealed(row), row.getString("sealed_in")));

    static final ReadModel<SealedCustomer, CustomerEvent> MODEL = ReadModel.ofAggregates(
            TABLE, CustomerEvent.class, "customer:", CustomerEvent::customerId, CustomerFold::apply);

    CustomerRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.CUSTOMER_UNKNOWN);
    }

    private static Function<SealedCustomer, @Nullable Object> of(Function<CustomerView, @Nullable Object> value) {
        return stored -> value.apply(stored.customer());
    }

    private static Function<SealedCustomer, @Nullable Object> sealed(Function<SealedData, Object> value) {
        return customer -> customer.sealed() == null ? null : value.apply(customer.sealed());
    }

    private static CustomerView customer(ResultSet row) throws SQLException {
        return new CustomerView(
                row.getString("customer_id"),
                CustomerStatus.valueOf(row.getString("status")),
                Columns.instant(row, "registered_at"),
                Columns.instantOrNull(row, "revised_at"),
                Columns.instantOrNull(row, "erased_at"),
                Columns.constant(row, "erasure_reason", ErasureReason.class));
    }

    private static @Nullable SealedData sealed(ResultSet row) throws SQLException {
        if (row.getString("ciphertext") == null) {
            return null;
        }
        return new SealedData(
                row.getInt("sealed_version"),
                Objects.requireNonNull(row.getString("nonce")),
                Objects.requireNonNull(row.getString("ciphertext")),
                Objects.requireNonNull(row.getString("digest")));
    }
}
