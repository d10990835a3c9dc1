package io.daybook.query.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The window of sales that a price was computed from, as the receipt in its event says.
 *
 * @param price the id of the event of the price
 * @param sku whose sales
 * @param from the start of the window, business time
 * @param until its end
 * @param exposed hours in which the SKU could be bought
 * @param sold pieces
 * @param elasticity what the choice went by
 * @param elasticityError the standard error of what is known of it
 * @param version of the arithmetic
 * @param firstPosition of the events of the window
 * @param lastPosition of the events of the window
 * @param firstEvent its id; null where it is not shown
 * @param lastEvent its id; null where it is not shown
 */
record PriceWindow(
        String price,
        String sku,
        String from,
        String until,
        double exposed,
        double sold,
        double elasticity,
        double elasticityError,
        String version,
        long firstPosition,
        long lastPosition,
        @Nullable String firstEvent,
        @Nullable String lastEvent) {

    /** Finds the id of the event at a position. */
    interface Ids {
        @Nullable String at(long position);
    }

    /** The window behind an event; empty where it is no price that the engine proposed. */
    static Optional<PriceWindow> behind(RecordedEvent event, Ids ids) {
        Map<String, String> inputs = new HashMap<>();
        for (JsonNode input : event.payload().path("explanation").path("inputs")) {
            inputs.put(input.path("name").asString(""), input.path("value").asString(""));
        }
        String[] window = values(inputs, "window", 4);
        String[] positions = values(inputs, "positions", 2);
        String[] by = values(inputs, "decision.by", 4);
        if (window.length == 0 || positions.length == 0 || by.length == 0) {
            return Optional.empty();
        }
        try {
            long first = Long.parseLong(positions[0]);
            long last = Long.parseLong(positions[1]);
            return Optional.of(new PriceWindow(
                    event.eventId(),
                    inputs.getOrDefault("sku", ""),
                    window[0],
                    window[1],
                    Double.parseDouble(window[2]),
                    Double.parseDouble(window[3]),
                    Double.parseDouble(by[2]),
                    Double.parseDouble(by[3]),
                    inputs.getOrDefault("version", ""),
                    first,
                    last,
                    ids.at(first),
                    ids.at(last)));
        } catch (NumberFormatException _) {
            // inputs of another proposer, who means something else by these names
            return Optional.empty();
        }
    }

    private static String[] values(Map<String, String> inputs, String name, int count) {
        String[] values = inputs.getOrDefault(name, "").split(" ", -1);
        return values.length == count ? values : new String[0];
    }
}
