package io.daybook.api.alert.query;

/** Asks for the alert with this id. */
public record FindAlert(String alertId) {}
