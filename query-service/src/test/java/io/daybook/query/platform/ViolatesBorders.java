package io.daybook.query.platform;

import io.daybook.query.sales.ViolatesSales;

/** Breaks the rules on purpose: the platform knows a capability, the command side and analytics. */
final class ViolatesBorders {
    ViolatesSales capability = new ViolatesSales();
    io.daybook.command.Forbidden command = new io.daybook.command.Forbidden();
    io.daybook.analytics.Forbidden analytics = new io.daybook.analytics.Forbidden();
}
