package io.daybook.analytics.recommendation;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** It is looked for by many now. */
@JsonTypeName("trending")
record Trending(int visits, int baskets) implements Reason {
    @Override
    public String sentence() {
        return "Because it was in %s and %s of late"
                .formatted(Reason.counted(visits, "visit"), Reason.counted(baskets, "basket"));
    }
}
