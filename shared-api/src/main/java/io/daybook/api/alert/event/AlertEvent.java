package io.daybook.api.alert.event;

/** A fact about one alert. */
public sealed interface AlertEvent permits AlertRaised, AlertAcknowledged, AlertResolved {

    String alertId();
}
