package io.daybook.command.order;

import java.util.Set;

/** Where an order is in its life. */
enum OrderState {
    PLACED,
    RESERVED,
    CONFIRMED,
    REJECTED,
    SHIPPED,
    CANCELLED;

    /** The states in which money may come in: the goods are the customer's, or are held until they are paid. */
    static final Set<OrderState> PAYABLE = Set.of(RESERVED, CONFIRMED, SHIPPED);

    /** The states in which an order may be called off. */
    static final Set<OrderState> OPEN = Set.of(PLACED, RESERVED, CONFIRMED);
}
