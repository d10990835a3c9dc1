package io.daybook.query.platform.model;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An event that could not be applied to an entity of a model, or that waits behind one that could not.
 *
 * @param model the model
 * @param entity the entity's key as text
 * @param eventType the stored type name
 * @param cause why, as a class of failures; {@link #HELD_UP} for one that waits
 * @param message why, in words
 */
public record DeadLetter(
        String model,
        String entity,
        long position,
        String aggregateId,
        long sequence,
        String eventType,
        String cause,
        String message) {

    /** The cause of letters that only wait behind an earlier one of their entity. */
    public static final String HELD_UP = "HeldUp";

    private static final int LONGEST_MESSAGE = 500;

    /** The letter in a row that has all columns. */
    public static DeadLetter in(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString("model"),
                row.getString("entity"),
                row.getLong("position"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("event_type"),
                row.getString("cause"),
                row.getString("message"));
    }

    static DeadLetter of(String model, Object key, Recorded<?> recorded, RuntimeException cause) {
        String message = String.valueOf(cause.getMessage());
        return of(model, key, recorded, cause.getClass().getSimpleName(), message);
    }

    static DeadLetter heldUp(String model, Object key, Recorded<?> recorded) {
        return of(model, key, recorded, HELD_UP, "Waits behind an earlier event of its entity");
    }

    private static DeadLetter of(String model, Object key, Recorded<?> recorded, String cause, String message) {
        return new DeadLetter(
                model,
                key.toString(),
                recorded.position(),
                recorded.aggregateId(),
                recorded.sequence(),
                recorded.event().getClass().getName(),
                cause,
                message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message);
    }
}
