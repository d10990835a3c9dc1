package io.daybook.command.automation;

/**
 * What the policies about customers have in common: one processing group, so that an erasure comes after what it
 * erases.
 */
final class CustomerKeys {

    /** The processing group; its name is the key of its place in the log. */
    static final String GROUP = "customer-keys";

    private CustomerKeys() {}
}
