package io.daybook.query.customer;

import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.customer.ErasureReason;
import io.daybook.api.customer.query.CustomerStatus;
import io.daybook.api.customer.query.CustomerView;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;

/** {@code GET /customers}. No personal data: no key is read, and nobody's data is shown who was not asked for. */
final class CustomerList {

    static final Listing<CustomerView> LIST = Listing.named("customers", CustomerView.class)
            .filters(
                    Filter.of("status", "status", CustomerStatus.class),
                    Filter.of("erasureReason", "erasure_reason", ErasureReason.class),
                    Filter.prefix("customerPrefix", "customer_id"))
            .filters(Filter.range("registered", "registered_at", INSTANT))
            .filters(Filter.range("revised", "revised_at", INSTANT))
            .filters(Filter.range("erased", "erased_at", INSTANT))
            .sorts(
                    Sort.by("registeredAt", "registered_at", INSTANT),
                    Sort.byOptional("revisedAt", "revised_at", INSTANT),
                    Sort.byOptional("erasedAt", "erased_at", INSTANT))
            .key(Sort.by("customerId", "customer_id", TEXT))
            .order("customerId")
            .of(
                    CustomerRows.TABLE.name(),
                    (row, _) -> CustomerRows.TABLE.view(row).customer());

    private CustomerList() {}
}
