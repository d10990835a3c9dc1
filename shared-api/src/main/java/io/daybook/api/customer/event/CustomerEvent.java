package io.daybook.api.customer.event;

/** A fact about one customer. */
public sealed interface CustomerEvent permits CustomerRegistered, CustomerRevised, CustomerErased {

    String customerId();
}
