package io.daybook.command.automation;

/**
 * What the policies that fulfil orders have in common: one processing group, so that they see an order's events in
 * order; and a second one for what an operator does, which must not wait in line behind the first one's dead letters.
 */
final class Fulfilment {

    /** The processing group; its name is the key of its place in the log. */
    static final String GROUP = "order-fulfilment";

    /** The processing group of the operator's acts. */
    static final String OPERATOR_GROUP = "order-operation";

    private Fulfilment() {}
}
