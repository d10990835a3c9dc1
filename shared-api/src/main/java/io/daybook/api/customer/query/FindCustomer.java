package io.daybook.api.customer.query;

/** Asks for the customer with this id. */
public record FindCustomer(String customerId) {}
