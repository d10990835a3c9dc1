package io.daybook.analytics.demand;

import java.time.Instant;
import java.util.List;

/** The best sellers of a window, best first. */
record TopOfWindow(Instant start, Instant end, String currency, String by, List<SellerSales> sellers) {}
