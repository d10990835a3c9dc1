package io.daybook.analytics.openapi;

import io.daybook.api.activity.VisitorActivity;
import io.daybook.apidescription.Example;
import io.daybook.apidescription.OperationTerms;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** How asking may be refused, and what is taken in. */
final class ReadTerms implements OperationTerms {

    private static final String INTAKE = "POST /activity";
    private static final List<String> OF_ONE = List.of("/windows/configured/{name}", "/pricing/{sku}");

    @Override
    public List<Parameter> headers(Example example) {
        return List.of();
    }

    @Override
    public Map<String, Header> replyHeaders(Example example) {
        return Map.of();
    }

    @Override
    public SortedSet<Integer> problems(Example example) {
        SortedSet<Integer> problems = new TreeSet<>(List.of(400, 401, 403, 503));
        if (OF_ONE.stream().anyMatch(example.template()::startsWith)) {
            problems.add(404);
        }
        if (example.operation().equals(INTAKE)) {
            problems.addAll(List.of(413, 415));
        }
        return problems;
    }

    /** One activity, or an array of them. */
    @Override
    public Optional<Schema<?>> body(Example example, Function<Class<?>, Schema<?>> schemas) {
        if (!example.operation().equals(INTAKE)) {
            return Optional.empty();
        }
        JsonSchema many = new JsonSchema();
        many.addType("array");
        many.setItems(schemas.apply(VisitorActivity.class));
        JsonSchema body = new JsonSchema();
        body.addOneOfItem(schemas.apply(VisitorActivity.class));
        body.addOneOfItem(many);
        return Optional.of(body);
    }
}
