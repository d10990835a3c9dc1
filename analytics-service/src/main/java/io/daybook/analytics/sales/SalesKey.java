package io.daybook.analytics.sales;

import java.time.Instant;

/**
 * What a figure is about: a SKU's sales in one currency within one pane of business time. Currencies are never added
 * up.
 *
 * @param pane the start of the pane
 */
record SalesKey(Instant pane, String currency, String sku) {}
