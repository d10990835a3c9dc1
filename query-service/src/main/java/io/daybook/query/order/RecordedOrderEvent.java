package io.daybook.query.order;

import io.daybook.api.order.event.OrderEvent;
import java.time.Instant;

/** An event with its recording time: steps are due by the clock on the wall, whatever business time an order has. */
record RecordedOrderEvent(OrderEvent event, Instant recordedAt) {}
