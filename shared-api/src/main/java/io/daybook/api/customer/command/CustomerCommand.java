package io.daybook.api.customer.command;

import io.daybook.api.Command;

/** A command to the customer with this id. */
public sealed interface CustomerCommand extends Command permits RegisterCustomer, ReviseCustomer, EraseCustomer {

    String customerId();

    @Override
    default String aggregateId() {
        return "customer:" + customerId();
    }
}
