package io.daybook.query.sales;

import io.daybook.query.stock.ViolatingProjection;

/** Breaks a rule on purpose: a capability reaches into another. */
public final class ViolatesSales {
    ViolatingProjection other = new ViolatingProjection();
}
