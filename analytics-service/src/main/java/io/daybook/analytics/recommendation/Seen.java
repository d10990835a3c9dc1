package io.daybook.analytics.recommendation;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** The visit has been there before. */
@JsonTypeName("seen")
record Seen(int times, int visits) implements Reason {
    @Override
    public String sentence() {
        return "Because this visit has looked at it %s".formatted(times == 1 ? "before" : times + " times");
    }
}
