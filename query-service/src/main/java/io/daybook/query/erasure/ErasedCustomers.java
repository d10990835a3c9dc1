package io.daybook.query.erasure;

import io.daybook.api.RejectionCode;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.customer.event.CustomerEvent;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.erasure.ErasedCustomer.Carrier;
import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.model.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds erased customers in the log. */
@Component
final class ErasedCustomers {

    private static final int PAGE = 1_000;

    private final PostgresEventStorageEngine engine;
    private final EventDecoder decoder;

    ErasedCustomers(PostgresEventStorageEngine engine, EventDecoder decoder) {
        this.engine = engine;
        this.decoder = decoder;
    }

    /** The erased customer with an id; refused with 404 where there is none. */
    ErasedCustomer findOrThrow(String customerId) {
        List<Carrier> carriers = new ArrayList<>();
        Recorded<Object> erasure = null;
        long events = 0;
        List<EventRow> page;
        do {
            page = engine.log().ofAggregate("customer:" + customerId, events, PAGE);
            events += page.size();
            for (EventRow row : page) {
                Recorded<Object> recorded = decoder.decode(row);
                CustomerEvent event = (CustomerEvent) recorded.event();
                SealedData data = sealedBy(event);
                if (data == null) {
                    erasure = recorded;
                } else {
                    carriers.add(new Carrier(event.getClass().getSimpleName(), data));
                }
            }
        } while (page.size() == PAGE);
        if (events == 0) {
            throw new UnknownEntity(RejectionCode.CUSTOMER_UNKNOWN, "There is no customer:" + customerId);
        }
        if (erasure == null) {
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "CUSTOMER_NOT_ERASED",
                    "The customer %s is not erased, so there is no certificate of it".formatted(customerId));
        }
        return new ErasedCustomer(customerId, (CustomerErased) erasure.event(), erasure.position(), carriers);
    }

    private static @Nullable SealedData sealedBy(CustomerEvent event) {
        return switch (event) {
            case CustomerRegistered registered -> registered.sealed();
            case CustomerRevised revised -> revised.sealed();
            case CustomerErased _ -> null;
        };
    }
}
