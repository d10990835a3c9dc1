package io.daybook.analytics.demand;

import java.time.Duration;
import java.util.List;

/** A SKU's windows, in order of time. */
record ProductWindows(String sku, String currency, Duration size, Duration advance, List<WindowSales> windows) {}
