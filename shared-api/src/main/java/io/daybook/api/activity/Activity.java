package io.daybook.api.activity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Something that happened in a shop at a business time; in JSON its {@code type} is the record's name. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProductViewed.class, name = "ProductViewed"),
    @JsonSubTypes.Type(value = AddedToCart.class, name = "AddedToCart"),
    @JsonSubTypes.Type(value = RemovedFromCart.class, name = "RemovedFromCart"),
    @JsonSubTypes.Type(value = Searched.class, name = "Searched"),
    @JsonSubTypes.Type(value = RecommendationShown.class, name = "RecommendationShown"),
    @JsonSubTypes.Type(value = RecommendationClicked.class, name = "RecommendationClicked"),
    @JsonSubTypes.Type(value = SessionForgotten.class, name = "SessionForgotten"),
    @JsonSubTypes.Type(value = CustomerForgotten.class, name = "CustomerForgotten")
})
public sealed interface Activity permits VisitorActivity, SessionForgotten, CustomerForgotten {

    /** When it happened, in business time. */
    Instant at();

    /** The key of its record: activities of one key keep their order. */
    String key();
}
