package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The orders that are not decided yet: where they go, and how far their business time is behind that of their
 * recording. What becomes of an order without telling when, such as its confirmation, happened as far behind. So an
 * order that was placed days ago and is confirmed now is confirmed days later, and one of an imported year at once,
 * though it is recorded years after.
 */
final class OpenOrders {

    /** What is not decided after so many days may be forgotten; what comes of it then happens at the clock. */
    private static final int HORIZON_DAYS = 30;

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Set<String> DECISIONS = Set.of("OrderConfirmed", "OrderRejected", "OrderCancelled");

    private final Changes<String, OpenOrder> orders = new Changes<>();
    private long tidied = Long.MIN_VALUE;

    /**
     * An order that is not decided.
     *
     * @param behind by how many milliseconds its latest business time was before the time of recording
     * @param heard when it was last heard of, by the time of recording
     */
    record OpenOrder(String country, long behind, long heard) {

        byte[] bytes() {
            return Memory.write(this::exchange);
        }

        static OpenOrder from(byte[] bytes) {
            OpenOrder[] read = new OpenOrder[1];
            Memory.read(bytes, memory -> read[0] = new OpenOrder("", 0, 0).exchange(memory));
            return read[0];
        }

        private OpenOrder exchange(Memory memory) {
            return new OpenOrder(memory.keep(country), memory.keep(behind), memory.keep(heard));
        }
    }

    Changes<String, OpenOrder> orders() {
        return orders;
    }

    /**
     * The business time of an event: its own, or what its order says; {@link LogEvent#NO_TIME} where neither is known.
     */
    long timeOf(LogEvent event) {
        tidy(event.recorded());
        @Nullable OpenOrder order = orders.content().get(orderOf(event));
        if (event.at() == LogEvent.NO_TIME) {
            return order == null ? LogEvent.NO_TIME : event.recorded() - order.behind;
        }
        long behind = event.recorded() - event.at();
        if (event.type().equals("OrderPlaced")) {
            orders.put(event.subject(), new OpenOrder(event.country(), behind, event.recorded()));
        } else if (order != null) {
            orders.put(event.subject(), new OpenOrder(order.country, Math.min(order.behind, behind), event.recorded()));
        }
        return event.at();
    }

    /** The country of an order that is not decided; empty where that is not known. */
    String countryOf(String order) {
        @Nullable OpenOrder known = orders.content().get(order);
        return known == null ? "" : known.country;
    }

    /** Forgets an order once it is decided: what comes of it later tells its time. */
    void settle(LogEvent event) {
        if (DECISIONS.contains(event.type())) {
            orders.remove(event.subject());
        }
    }

    private static String orderOf(LogEvent event) {
        return event.type().equals("ReservationRefused") ? event.texts().getFirst() : event.subject();
    }

    /** Once a day, and the same however often in a day, so that it does not matter when a task was opened. */
    private void tidy(long recorded) {
        long day = Math.floorDiv(recorded, DAY);
        if (day <= tidied) {
            return;
        }
        tidied = day;
        List.copyOf(orders.content().entrySet()).stream()
                .filter(order -> Math.floorDiv(order.getValue().heard, DAY) + HORIZON_DAYS < day)
                .map(Map.Entry::getKey)
                .forEach(orders::remove);
    }
}
