package io.daybook.api.customer.command;

import io.daybook.api.Require;

/** Asks what a customer is; answers {@link CustomerFacts} and changes nothing. */
public record DescribeCustomer(String customerId) implements CustomerCommand {
    public DescribeCustomer {
        customerId = Require.identifier(customerId, "customerId");
    }
}
