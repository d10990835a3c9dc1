package io.daybook.e2e.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds the events of stock in the plainest way, without any code of the service: no figure is ever negative. */
final class StockCheck {

    /** What became of a reservation. */
    enum Reservation {
        OPEN,
        REFUSED,
        RELEASED,
        DISPATCHED
    }

    private final Map<String, Long> onHand = new HashMap<>();
    private final Map<String, Long> reserved = new HashMap<>();
    private final Map<String, Reservation> reservations = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    StockCheck(StoredLog log) {
        log.events().stream()
                .filter(event -> event.aggregateId().startsWith("stock:"))
                .forEach(this::take);
    }

    List<String> problems() {
        return problems;
    }

    /** By id: the order's, a slash, and the line's number. */
    Map<String, Reservation> reservations() {
        return reservations;
    }

    private void take(StoredEvent event) {
        String sku = event.text("sku");
        switch (event.type()) {
            case "StockReceived" -> onHand.merge(sku, event.number("quantity"), Long::sum);
            case "StockWrittenOff" -> onHand.merge(sku, -event.number("quantity"), Long::sum);
            case "StockCounted" -> count(sku, event);
            case "StockReserved" -> {
                reserved.merge(sku, event.number("quantity"), Long::sum);
                become(event, null, Reservation.OPEN);
            }
            case "ReservationRefused" -> become(event, null, Reservation.REFUSED);
            case "ReservationReleased", "ReservationExpired" -> {
                reserved.merge(sku, -event.number("quantity"), Long::sum);
                become(event, Reservation.OPEN, Reservation.RELEASED);
            }
            case "StockDispatched" -> {
                reserved.merge(sku, -event.number("quantity"), Long::sum);
                onHand.merge(sku, -event.number("quantity"), Long::sum);
                become(event, Reservation.OPEN, Reservation.DISPATCHED);
            }
            default -> problems.add("an event of stock that this check does not know: " + event);
        }
        long there = onHand.getOrDefault(sku, 0L);
        long taken = reserved.getOrDefault(sku, 0L);
        if (taken < 0 || there < taken) {
            problems.add(
                    "%s has %d on hand and %d reserved after event %d".formatted(sku, there, taken, event.position()));
        }
    }

    private void count(String sku, StoredEvent event) {
        long before = onHand.getOrDefault(sku, 0L);
        if (event.number("counted") - event.number("difference") != before) {
            problems.add("event %d was decided on other stock than %d".formatted(event.position(), before));
        }
        onHand.put(sku, event.number("counted"));
    }

    private void become(StoredEvent event, @Nullable Reservation from, Reservation to) {
        Reservation before = reservations.put(event.text("reservationId"), to);
        if (before != from) {
            problems.add("event %d makes the reservation %s %s, which was %s"
                    .formatted(event.position(), event.text("reservationId"), to, before));
        }
    }
}
