package io.daybook.analytics.activity;

import io.daybook.api.activity.Activity;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.CustomerForgotten;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.RecommendationClicked;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.api.activity.RemovedFromCart;
import io.daybook.api.activity.Searched;
import io.daybook.api.activity.SessionForgotten;
import io.daybook.api.activity.VisitorActivity;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Activities as they stand in the topic: JSON with the type first, without what is not known. */
final class ActivityFormat {

    private static final int USUAL_LENGTH = 256;

    private final JsonFactory json;

    ActivityFormat(JsonFactory json) {
        this.json = json;
    }

    byte[] write(Activity activity) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeStringProperty("type", activity.getClass().getSimpleName());
            switch (activity) {
                case VisitorActivity of -> write(of, out);
                case SessionForgotten of -> {
                    out.writeStringProperty("sessionId", of.sessionId());
                    out.writeStringProperty("at", of.at().toString());
                }
                case CustomerForgotten of -> {
                    out.writeStringProperty("customerId", of.customerId());
                    out.writeStringProperty("at", of.at().toString());
                }
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(VisitorActivity activity, JsonGenerator out) {
        writeGiven(out, "activityId", activity.activityId());
        out.writeStringProperty("sessionId", activity.sessionId());
        writeGiven(out, "customerId", activity.customerId());
        writeGiven(out, "country", activity.country());
        out.writeStringProperty("at", activity.at().toString());
        switch (activity) {
            case ProductViewed of -> out.writeStringProperty("sku", of.sku());
            case AddedToCart of -> writePieces(out, of.sku(), of.quantity());
            case RemovedFromCart of -> writePieces(out, of.sku(), of.quantity());
            case Searched of -> out.writeStringProperty("text", of.text());
            case RecommendationShown of -> writeShown(out, of);
            case RecommendationClicked of -> {
                out.writeStringProperty("recommendationId", of.recommendationId());
                out.writeStringProperty("sku", of.sku());
            }
        }
    }

    private static void writePieces(JsonGenerator out, String sku, long quantity) {
        out.writeStringProperty("sku", sku);
        out.writeNumberProperty("quantity", quantity);
    }

    private static void writeShown(JsonGenerator out, RecommendationShown shown) {
        out.writeStringProperty("recommendationId", shown.recommendationId());
        out.writeStringProperty("policy", shown.policy());
        out.writeArrayPropertyStart("items");
        for (RecommendationShown.Item item : shown.items()) {
            out.writeStartObject();
            out.writeStringProperty("sku", item.sku());
            out.writeNumberProperty("propensity", item.propensity());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeGiven(JsonGenerator out, String name, @Nullable String value) {
        if (value != null) {
            out.writeStringProperty(name, value);
        }
    }
}
