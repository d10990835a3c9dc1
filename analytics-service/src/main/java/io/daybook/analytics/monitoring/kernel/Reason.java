package io.daybook.analytics.monitoring.kernel;

/** Which detector found a value oddest. */
public enum Reason {
    SEASONAL_BAND("off what is usual at this time"),
    LEVEL_SHIFT("the level has moved"),
    UNUSUAL_RANGE("outside the usual range"),
    NOVEL_VALUE("unlike any value seen"),
    NOVEL_SHAPE("a course unlike any seen");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
