package io.daybook.api.alert;

import io.daybook.api.alert.command.AcknowledgeAlert;
import io.daybook.api.alert.command.RaiseAlert;
import io.daybook.api.alert.command.ResolveAlert;
import io.daybook.api.alert.event.AlertAcknowledged;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.alert.event.AlertRaised;
import io.daybook.api.alert.event.AlertResolved;
import io.daybook.api.watch.Severity;
import java.math.BigDecimal;
import java.time.Instant;

/** Messages about alerts, with defaults: in France no order was placed in a minute that usually has a dozen. */
public final class Alerts {

    public static final String ID = "A-4be2c6";
    public static final String WATCH = "orders by country";
    public static final Instant SINCE = Instant.parse("2010-12-01T08:26:00Z");
    public static final Instant LATER = Instant.parse("2010-12-01T08:31:12Z");

    private Alerts() {}

    public static RaiseAlert raise() {
        return raise(ID, "0");
    }

    public static RaiseAlert raise(String alertId, String observed) {
        return new RaiseAlert(alertId, WATCH, 1, Severity.WARNING, evidence(observed));
    }

    public static AcknowledgeAlert acknowledge() {
        return new AcknowledgeAlert(ID, "ann", "the payment provider is down", LATER);
    }

    public static ResolveAlert resolve() {
        return new ResolveAlert(ID, "bob", "it is back", LATER.plusSeconds(60));
    }

    public static AlertRaised raised() {
        return raised(ID);
    }

    public static AlertRaised raised(String alertId) {
        return new AlertRaised(alertId, WATCH, 1, "WARNING", evidence("0"));
    }

    public static AlertAcknowledged acknowledged() {
        return acknowledged(ID);
    }

    public static AlertAcknowledged acknowledged(String alertId) {
        return new AlertAcknowledged(alertId, "ann", "the payment provider is down", LATER);
    }

    public static AlertResolved resolved() {
        return resolved(ID);
    }

    public static AlertResolved resolved(String alertId) {
        return new AlertResolved(alertId, "bob", "it is back", LATER.plusSeconds(60));
    }

    public static AlertEvidence evidence(String observed) {
        return new AlertEvidence(
                "band 1",
                "off what is usual at this time",
                "ORDERS",
                "France",
                SINCE,
                SINCE.plusSeconds(60),
                new BigDecimal(observed),
                new BigDecimal("12.4"),
                new BigDecimal("5.1"),
                new BigDecimal("20.3"),
                new BigDecimal("0.82"),
                0,
                4711);
    }
}
