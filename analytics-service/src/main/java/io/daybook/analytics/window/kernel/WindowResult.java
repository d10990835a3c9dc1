package io.daybook.analytics.window.kernel;

import java.math.BigDecimal;

/**
 * What a window came to. It takes the place of every earlier result of the same key and {@code id}.
 *
 * @param id tells the windows of a key apart: the start of the window, or the number of its last event where windows
 *     are counted
 * @param start of the window, or the time of its first event where windows are counted
 * @param end the first time after the window
 * @param count its events
 * @param late those of them that came when it was closed; each kernel says how it counts them
 * @param correction how many late events it depends on: 0 for a result that was never corrected
 */
public record WindowResult(
        String key, long id, long start, long end, BigDecimal value, long count, long late, long correction) {}
