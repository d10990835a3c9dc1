package io.daybook.e2e.faults;

import io.daybook.e2e.faults.StockCheck.Reservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether every order has come to an end of its process once, and its reservations are what that end asks for. */
final class OrderCheck {

    private final Map<String, StoredEvent> placed = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private OrderCheck() {}

    static List<String> problems(StoredLog log, Map<String, Reservation> reservations) {
        OrderCheck check = new OrderCheck();
        log.events().stream()
                .filter(event -> event.aggregateId().startsWith("order:"))
                .forEach(check::take);
        check.placed.values().forEach(order -> check.compare(order, reservations));
        reservations.keySet().stream()
                .filter(id -> !check.placed.containsKey(id.substring(0, id.lastIndexOf('/'))))
                .forEach(id -> check.problems.add("the reservation %s is of no order".formatted(id)));
        if (log.deadLetters() > 0) {
            check.problems.add("%d events are dead letters".formatted(log.deadLetters()));
        }
        return check.problems;
    }

    private void take(StoredEvent event) {
        String order = event.text("orderId");
        switch (event.type()) {
            case "OrderPlaced" -> {
                placed.put(order, event);
                become(event, Set.of(), "PLACED");
            }
            case "OrderConfirmed" -> become(event, Set.of("PLACED"), "CONFIRMED");
            case "OrderRejected" -> become(event, Set.of("PLACED"), "REJECTED");
            case "OrderCancelled" -> become(event, Set.of("PLACED", "CONFIRMED"), "CANCELLED");
            case "OrderShipped" -> become(event, Set.of("CONFIRMED"), "SHIPPED");
            default -> {
                // decides nothing about the order
            }
        }
    }

    private void become(StoredEvent event, Set<String> from, String to) {
        String before = states.put(event.text("orderId"), to);
        if (before == null ? !from.isEmpty() : !from.contains(before)) {
            problems.add("event %d makes the order %s %s, which was %s"
                    .formatted(event.position(), event.text("orderId"), to, before));
        }
    }

    private void compare(StoredEvent order, Map<String, Reservation> reservations) {
        String id = order.text("orderId");
        String state = states.getOrDefault(id, "");
        for (JsonNode line : order.payload().path("lines")) {
            Reservation reservation =
                    reservations.get(id + "/" + line.get("line").asLong());
            if (line.get("stocked").asBoolean() && !fits(state, reservation)) {
                problems.add(
                        "the order %s is %s, and line %s is %s".formatted(id, state, line.get("line"), reservation));
            }
        }
        if (state.equals("PLACED")) {
            problems.add("the order %s of event %d is still undecided".formatted(id, order.position()));
        }
    }

    private static boolean fits(String state, @Nullable Reservation reservation) {
        return switch (state) {
            case "CONFIRMED" -> reservation == Reservation.OPEN;
            case "SHIPPED" -> reservation == Reservation.DISPATCHED;
            case "REJECTED", "CANCELLED" -> reservation == Reservation.RELEASED || reservation == Reservation.REFUSED;
            default -> true;
        };
    }
}
