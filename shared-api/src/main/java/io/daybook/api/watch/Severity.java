package io.daybook.api.watch;

/** How much an alert of a watch matters. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
