package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.MeasureHistory.Point;
import io.daybook.analytics.monitoring.watch.kernel.MeasuredSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A measure, by the minute or the hour, with the band that a watch of kind BAND would have seen. */
record MeasureView(MeasuredSeries series, Duration every, Instant from, Instant until, List<Point> values) {}
