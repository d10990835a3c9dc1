package io.daybook.analytics.recommendation;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** It goes with another item that is shown. */
@JsonTypeName("goes-with")
record GoesWith(String item, int visits) implements Reason {
    @Override
    public String sentence() {
        return "Because it was seen in %s with %s, which suits this one"
                .formatted(Reason.counted(visits, "visit"), item);
    }
}
