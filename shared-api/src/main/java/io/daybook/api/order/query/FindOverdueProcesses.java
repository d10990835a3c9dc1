package io.daybook.api.order.query;

import io.daybook.api.PageRequest;
import io.daybook.api.order.FulfilmentStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks for a page of the orders whose step was due before a time, the longest overdue first; a null step stands for all. */
public record FindOverdueProcesses(@Nullable FulfilmentStep step, Instant before, PageRequest page) {}
