package io.daybook.command.automation;

/** What the policies that fulfil orders have in common: one processing group, so that they see an order's events in order. */
final class Fulfilment {

    /** The processing group; its name is the key of its place in the log. */
    static final String GROUP = "order-fulfilment";

    private Fulfilment() {}
}
