package io.daybook.analytics.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Why an item is shown: what was counted, and the same as a sentence. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
sealed interface Reason permits Neighbours, Seen, GoesWith, BoughtTogether, Trending {

    @JsonProperty
    String sentence();

    /** So many of something, in words. */
    static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
