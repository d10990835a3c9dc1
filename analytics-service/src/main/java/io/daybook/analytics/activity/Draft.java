package io.daybook.analytics.activity;

import io.daybook.analytics.platform.FieldProblem;
import io.daybook.api.InvalidValue;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.api.activity.VisitorActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an activity, and what is wrong with it. The rules are those of the records: each field that one
 * refuses gets a stand-in that is fit, and the record is tried again, until all unfit fields have shown themselves.
 */
final class Draft {

    static final String STAND_IN = "0";

    private static final RecommendationShown.Item ITEM = new RecommendationShown.Item(STAND_IN, 1);

    private final Map<String, Object> values = new HashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private Instant at = Instant.EPOCH;
    private List<RecommendationShown.Item> items = List.of();

    void put(String name, Object value) {
        values.put(name, value);
    }

    void at(Instant time) {
        at = time;
    }

    void items(List<RecommendationShown.Item> given) {
        values.put("items", given);
        items = given;
    }

    /** Notes what is wrong with a field, which will not be complained of again. */
    void unfit(String field, String problem) {
        problems.add(new FieldProblem(field, problem));
        values.putIfAbsent(field, STAND_IN);
        standIn(field);
    }

    /** Notes what is wrong within a field. */
    void unfitWithin(List<FieldProblem> inner) {
        problems.addAll(inner);
    }

    boolean isTold(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    private void standIn(String field) {
        switch (field) {
            case "at" -> at = Instant.EPOCH;
            case "items" -> items(List.of(ITEM));
            case "quantity" -> values.put(field, 1L);
            default -> values.put(field, STAND_IN);
        }
    }

    Set<String> names() {
        return values.keySet();
    }

    List<FieldProblem> problems() {
        return problems;
    }

    @Nullable String text(String name) {
        return (String) values.get(name);
    }

    String given(String name) {
        String text = text(name);
        if (text == null) {
            throw new InvalidValue(name, "is required");
        }
        return text;
    }

    Instant at() {
        return at;
    }

    long quantity() {
        if (values.get("quantity") instanceof Long quantity) {
            return quantity;
        }
        throw new InvalidValue("quantity", "is required");
    }

    List<RecommendationShown.Item> items() {
        if (!values.containsKey("items")) {
            throw new InvalidValue("items", "is required");
        }
        return items;
    }

    /** The activity, which is made of stand-ins, in part, where there are {@link #problems}. */
    VisitorActivity build(ActivityType type) {
        while (true) {
            try {
                return type.build(this);
            } catch (InvalidValue unfit) {
                if (isTold(unfit.field())) {
                    throw new IllegalStateException("No value stands in for " + unfit.field(), unfit);
                }
                unfit(unfit.field(), String.valueOf(unfit.getMessage()));
            }
        }
    }
}
