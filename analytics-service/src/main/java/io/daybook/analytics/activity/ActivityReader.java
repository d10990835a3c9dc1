package io.daybook.analytics.activity;

import io.daybook.analytics.platform.FieldProblem;
import io.daybook.api.InvalidValue;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.api.activity.VisitorActivity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/**
 * Reads activities from JSON, token by token. Strict, since a misspelt field would be lost in silence: a field that the
 * activity does not have is unfit, and so is a number where a text is due.
 */
final class ActivityReader {

    private static final Set<String> TEXTS = Set.of(
            "type",
            "activityId",
            "sessionId",
            "customerId",
            "country",
            "at",
            "sku",
            "text",
            "recommendationId",
            "policy");
    private static final int MOST_ITEMS = 5_000;

    private final InstantSource clock;
    private final Duration tolerance;

    ActivityReader(InstantSource clock, Duration tolerance) {
        this.clock = clock;
        this.tolerance = tolerance;
    }

    /** What a JSON value turned out to be. */
    sealed interface Reading {

        record Fit(VisitorActivity activity) implements Reading {}

        record Unfit(List<FieldProblem> problems) implements Reading {}
    }

    /** Reads the value that the parser stands at, and leaves it at the value's last token. */
    Reading read(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Reading.Unfit(List.of(new FieldProblem("", "must be a JSON object")));
        }
        Draft draft = new Draft();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            take(parser, draft, name, parser.nextToken());
        }
        return finish(draft);
    }

    private static void take(JsonParser parser, Draft draft, String name, JsonToken value) {
        if (draft.names().contains(name)) {
            parser.skipChildren();
            draft.unfit(name, "must be given once");
            return;
        }
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (TEXTS.contains(name)) {
            takeText(parser, draft, name, value);
        } else if (name.equals("quantity")) {
            takeQuantity(parser, draft, value);
        } else if (name.equals("items")) {
            takeItems(parser, draft, value);
        } else {
            parser.skipChildren();
            draft.unfit(name, "is not a field of an activity");
        }
    }

    private static void takeText(JsonParser parser, Draft draft, String name, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            draft.put(name, parser.getString());
            return;
        }
        parser.skipChildren();
        draft.unfit(name, "must be a string");
    }

    private static void takeQuantity(JsonParser parser, Draft draft, JsonToken value) {
        if (value != JsonToken.VALUE_NUMBER_INT) {
            parser.skipChildren();
            draft.unfit("quantity", "must be a whole number");
            return;
        }
        try {
            draft.put("quantity", parser.getLongValue());
        } catch (InputCoercionException tooLarge) {
            draft.unfit("quantity", "must be a whole number of at most 18 digits");
        }
    }

    private static void takeItems(JsonParser parser, Draft draft, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            draft.unfit("items", "must be an array");
            return;
        }
        List<RecommendationShown.Item> items = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(item(parser, "items[" + items.size() + "]", problems));
        }
        draft.items(items);
        if (items.size() <= MOST_ITEMS) {
            draft.unfitWithin(problems);
        }
    }

    private static RecommendationShown.Item item(JsonParser parser, String place, List<FieldProblem> problems) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            problems.add(new FieldProblem(place, "must be an object"));
            return new RecommendationShown.Item(Draft.STAND_IN, 1);
        }
        String sku = null;
        double propensity = Double.NaN;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("sku") && value == JsonToken.VALUE_STRING) {
                sku = parser.getString();
            } else if (name.equals("propensity") && value.isNumeric()) {
                propensity = parser.getDoubleValue();
            } else {
                parser.skipChildren();
                String problem = name.equals("sku")
                        ? "must be a string"
                        : name.equals("propensity") ? "must be a number" : "is not a field of an item";
                problems.add(new FieldProblem(place + "." + name, problem));
            }
        }
        return item(sku, propensity, place, problems);
    }

    @SuppressWarnings("NullAway") // the record refuses a SKU that is missing
    private static RecommendationShown.Item item(
            @Nullable String sku, double propensity, String place, List<FieldProblem> problems) {
        try {
            return new RecommendationShown.Item(sku, propensity);
        } catch (InvalidValue unfit) {
            String field = place + "." + unfit.field();
            if (problems.stream().noneMatch(problem -> problem.field().equals(field))) {
                problems.add(new FieldProblem(field, String.valueOf(unfit.getMessage())));
            }
            return new RecommendationShown.Item(Draft.STAND_IN, 1);
        }
    }

    private Reading finish(Draft draft) {
        ActivityType type = type(draft);
        draft.at(at(draft));
        if (type != null) {
            for (String name : draft.names()) {
                if (!type.has(name) && !draft.isTold(name)) {
                    draft.unfit(name, "is not a field of " + type.title());
                }
            }
            VisitorActivity activity = draft.build(type);
            if (draft.problems().isEmpty()) {
                return new Reading.Fit(activity);
            }
        }
        return new Reading.Unfit(draft.problems());
    }

    private static @Nullable ActivityType type(Draft draft) {
        String name = draft.text("type");
        ActivityType type = name == null ? null : ActivityType.titled(name);
        if (type == null && !draft.isTold("type")) {
            draft.unfit("type", (name == null ? "is required" : "is unknown") + "; one of " + ActivityType.TITLES);
        }
        return type;
    }

    private Instant at(Draft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String text = draft.text("at");
        if (text == null || draft.isTold("at")) {
            return now;
        }
        try {
            Instant at = Instant.parse(text);
            if (at.isAfter(now.plus(tolerance))) {
                draft.unfit("at", "must not be more than " + tolerance + " ahead of this service's clock, at " + now);
                return now;
            }
            return at;
        } catch (DateTimeException malformed) {
            draft.unfit("at", "must be a time such as 2026-11-14T09:15:00Z");
            return now;
        }
    }
}
