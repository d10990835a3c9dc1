package io.daybook.analytics.recommendation;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** Visits like this one went on to it. */
@JsonTypeName("neighbours")
record Neighbours(String item, int visits) implements Reason {
    @Override
    public String sentence() {
        return "Because %s with %s went on to it".formatted(Reason.counted(visits, "visit"), item);
    }
}
