package io.daybook.api.alert.query;

/** Where an alert stands. */
public enum AlertStatus {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED
}
