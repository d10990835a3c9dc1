package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * What monitoring takes of an event of the log; most types are of no concern, and of those only the place is left.
 *
 * @param position dense from 1, in commit order
 * @param type the name without its package; empty where it is of no concern
 * @param subject the order, price or stock item it is about, with its type as prefix
 * @param at business time in milliseconds, never after the time of recording; {@link #NO_TIME} where the event tells
 *     none
 * @param recorded when it was recorded, in milliseconds; {@link #NO_TIME} for one of no concern
 * @param country empty where it tells none
 * @param currency empty where it tells none
 * @param cause the id of the event, and what it has in common with all that follows from one request
 * @param lines what was bought, refused or priced
 * @param texts whatever else the type has to say
 */
public record LogEvent(
        long position,
        String type,
        String subject,
        long at,
        long recorded,
        String country,
        String currency,
        Cause cause,
        List<Line> lines,
        List<String> texts) {

    /** The business time of an event that tells none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Says that no event was recorded after this position until a time; not of the log. */
    public static final String HEARTBEAT = "Heartbeat";

    /** Says how many visits looked at something in the minute that starts at a time; not of the log. */
    public static final String VISITS = "Visits";

    /** What an alert names as its cause. */
    public record Cause(String eventId, String correlationId) {

        /** Of what is not of the log. */
        public static final Cause NONE = new Cause("", "");
    }

    /** A line: worth in ten-thousandths of the currency. */
    public record Line(String sku, long worth) {}

    /** An event of no concern. */
    public static LogEvent other(long position) {
        return new LogEvent(position, "", "", NO_TIME, NO_TIME, "", "", Cause.NONE, List.of(), List.of());
    }

    /** Nothing was recorded after a position until a time; nor did anything happen, where the log is one of today. */
    public static LogEvent heartbeat(long after, boolean live, long at) {
        return new LogEvent(after, HEARTBEAT, "", live ? at : NO_TIME, at, "", "", Cause.NONE, List.of(), List.of());
    }

    public static LogEvent visits(long minute, long count) {
        return new LogEvent(
                0, VISITS, "", minute, NO_TIME, "", "", Cause.NONE, List.of(new Line("", count)), List.of());
    }

    /** Whether it has a place in the log. */
    public boolean isOfTheLog() {
        return !type.equals(HEARTBEAT) && !type.equals(VISITS);
    }

    public byte[] bytes() {
        return Memory.write(memory -> exchange(memory, this));
    }

    public static LogEvent from(byte[] bytes) {
        LogEvent[] read = new LogEvent[1];
        Memory.read(bytes, memory -> read[0] = exchange(memory, other(0)));
        return read[0];
    }

    private static LogEvent exchange(Memory memory, LogEvent event) {
        long position = memory.keep(event.position);
        String type = memory.keep(event.type);
        if (type.isEmpty()) {
            return other(position);
        }
        String subject = memory.keep(event.subject);
        long at = memory.keep(event.at);
        long recorded = memory.keep(event.recorded);
        String country = memory.keep(event.country);
        String currency = memory.keep(event.currency);
        Cause cause = new Cause(memory.keep(event.cause.eventId), memory.keep(event.cause.correlationId));
        List<Line> lines = new ArrayList<>();
        long lineCount = memory.keep((long) event.lines.size());
        for (int index = 0; index < lineCount; index++) {
            Line line = index < event.lines.size() ? event.lines.get(index) : new Line("", 0);
            lines.add(new Line(memory.keep(line.sku), memory.keep(line.worth)));
        }
        List<String> texts = new ArrayList<>();
        long textCount = memory.keep((long) event.texts.size());
        for (int index = 0; index < textCount; index++) {
            texts.add(memory.keep(index < event.texts.size() ? event.texts.get(index) : ""));
        }
        return new LogEvent(
                position,
                type,
                subject,
                at,
                recorded,
                country,
                currency,
                cause,
                List.copyOf(lines),
                List.copyOf(texts));
    }
}
