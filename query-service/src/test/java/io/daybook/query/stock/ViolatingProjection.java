package io.daybook.query.stock;

import org.axonframework.eventhandling.EventHandler;

/** Breaks the rules on purpose: a projection without a processing group and a reset handler. */
public final class ViolatingProjection {

    @EventHandler
    void on(String event) {}
}
