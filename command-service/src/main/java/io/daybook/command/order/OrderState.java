package io.daybook.command.order;

import java.util.Set;

/** Where an order is in its life. */
enum OrderState {
    PLACED,
    CONFIRMED,
    REJECTED,
    SHIPPED,
    CANCELLED;

    /** The states in which the goods are the customer's. */
    static final Set<OrderState> SOLD = Set.of(CONFIRMED, SHIPPED);
}
