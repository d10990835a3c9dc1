package io.daybook.analytics.window;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One window as it is configured; {@link WindowDefinition} checks it.
 *
 * @param from {@code sales}, {@code activity} or {@code events}
 * @param kind {@code tumbling}, {@code hopping}, {@code sliding}, {@code session}, {@code count} or {@code continuous}
 * @param key {@code sku}, {@code category}, {@code country}, {@code customer}, {@code session}, {@code type} or
 *     {@code all}
 * @param measure what is added up, such as {@code units}
 * @param aggregate {@code sum}, {@code maximum} or {@code minimum} of it
 * @param size of tumbling, hopping and sliding windows
 * @param advance of hopping windows
 * @param gap of session windows
 * @param count of count windows
 * @param every at each how many events a count window is told; as many as it counts where left out
 * @param function of continuous ones: {@code decayed}, {@code rate} or {@code change}
 * @param halfLife of the first two
 * @param grace how long a window waits for events that are behind
 * @param retention how long it can be corrected; a day more than it must be where left out
 */
record WindowSettings(
        @Nullable String from,
        @Nullable String kind,
        @DefaultValue("all") String key,
        @Nullable String measure,
        @DefaultValue("sum") String aggregate,
        @Nullable Duration size,
        @Nullable Duration advance,
        @Nullable Duration gap,
        @Nullable Integer count,
        @Nullable Integer every,
        @Nullable String function,
        @Nullable Duration halfLife,
        @DefaultValue("0s") Duration grace,
        @Nullable Duration retention) {}
