package io.daybook.analytics.window;

/** A window is configured in a way that cannot be kept; the service does not start. */
final class UnfitWindow extends RuntimeException {

    UnfitWindow(String window, String field, String problem) {
        super("daybook.analytics.windows." + window + (field.isEmpty() ? "" : "." + field) + " " + problem);
    }
}
