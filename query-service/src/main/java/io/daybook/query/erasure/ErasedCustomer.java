package io.daybook.query.erasure;

import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.event.CustomerErased;
import java.util.List;
import java.util.stream.Stream;

/**
 * A customer whose erasure is in the log.
 *
 * @param position of the event that erased it
 * @param carriers the events that carry personal data of the customer, sealed
 */
record ErasedCustomer(String customerId, CustomerErased erasure, long position, List<Carrier> carriers) {

    ErasedCustomer {
        carriers = List.copyOf(carriers);
    }

    String aggregateId() {
        return "customer:" + customerId;
    }

    /**
     * By what sealed data of the customer is known wherever it is: what was made of it for each event, and occurs
     * nowhere else.
     */
    List<String> traces() {
        return carriers.stream()
                .map(carrier -> carrier.sealed())
                .flatMap(data -> Stream.of(data.ciphertext(), data.nonce(), data.digest()))
                .distinct()
                .toList();
    }

    /** An event with sealed data, and the simple name of its type, for which it was sealed. */
    record Carrier(String eventType, SealedData sealed) {}
}
