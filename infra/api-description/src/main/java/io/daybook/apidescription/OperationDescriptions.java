package io.daybook.apidescription;

import io.daybook.resourceserver.Access;
import io.daybook.resourceserver.EndpointTable;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adds to the description of an operation what all have in common and what its {@link Example} says. */
final class OperationDescriptions {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final JsonMapper json;
    private final EndpointTable table;
    private final Map<String, Example> examples;
    private final OperationTerms terms;

    OperationDescriptions(JsonMapper json, EndpointTable table, Map<String, Example> examples, OperationTerms terms) {
        this.json = json;
        this.table = table;
        this.examples = examples;
        this.terms = terms;
    }

    /** Describes an operation; {@code schemas} refers to the schema of a type. */
    void describe(String name, Operation operation, Function<Class<?>, Schema<?>> schemas) {
        Example example = examples.get(name);
        if (example == null) {
            return;
        }
        operation.setSummary(example.summary());
        operation.setParameters(parameters(example, operation));
        if (example.request() != null) {
            operation.setRequestBody(requestBody(example, example.request(), operation, schemas));
        }
        operation.setResponses(responses(example, operation));
        if (access(example) instanceof Access.Scoped(var scope)) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(ApiDescription.BEARER, scope.value())));
        } else {
            operation.setSecurity(List.of(new SecurityRequirement().addList(ApiDescription.BEARER)));
        }
    }

    private Access access(Example example) {
        return table.accessTo(HttpMethod.valueOf(example.method()), PathContainer.parsePath(example.plainPath()));
    }

    private List<Parameter> parameters(Example example, Operation operation) {
        List<Parameter> parameters = new ArrayList<>();
        Map<String, String> values = new HashMap<>(pathVariables(example));
        values.putAll(example.query());
        for (Parameter given : Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            parameters.add(values.containsKey(given.getName()) ? given.example(values.get(given.getName())) : given);
        }
        parameters.addAll(terms.headers(example));
        return parameters;
    }

    private static Map<String, String> pathVariables(Example example) {
        PathPattern pattern = PathPatternParser.defaultInstance.parse(example.template());
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(PathContainer.parsePath(example.plainPath()));
        if (match == null) {
            throw new IllegalStateException(example.path() + " is no example of " + example.template());
        }
        return match.getUriVariables();
    }

    private RequestBody requestBody(
            Example example, JsonNode request, Operation operation, Function<Class<?>, Schema<?>> schemas) {
        if (example.media() != null) {
            return new RequestBody().required(true).content(stream(example.media(), request));
        }
        RequestBody derived = operation.getRequestBody();
        Schema<?> schema =
                terms.body(example, schemas).orElseGet(() -> schema(derived == null ? null : derived.getContent()));
        return new RequestBody().required(true).content(content(JSON, schema, request));
    }

    private ApiResponses responses(Example example, Operation operation) {
        ApiResponse derived = operation.getResponses().get("200");
        Schema<?> schema = schema(derived == null ? null : derived.getContent());
        ApiResponse success = new ApiResponse()
                .description(HttpStatus.valueOf(example.status()).getReasonPhrase());
        if (example.reply() != null) {
            success.setContent(
                    example.media() != null
                            ? stream(example.media(), example.reply())
                            : content(JSON, schema, example.reply()));
        }
        terms.replyHeaders(example).forEach(success::addHeaderObject);
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(Integer.toString(example.status()), success);
        for (int status : terms.problems(example)) {
            responses.addApiResponse(Integer.toString(status), problem(HttpStatus.valueOf(status)));
        }
        return responses;
    }

    private static ApiResponse problem(HttpStatus status) {
        Schema<?> reference = new JsonSchema().$ref("#/components/schemas/" + ApiDescription.PROBLEM);
        return new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(reference)));
    }

    /** Lines and events are beyond what a schema can say: the example shows one. */
    private Content stream(String type, JsonNode line) {
        Schema<?> text = RecordSchemas.ofType("string").description("JSON objects, one a line");
        MediaType media = new MediaType().schema(text);
        media.setExample(json.writeValueAsString(line) + "\n");
        return new Content().addMediaType(type, media);
    }

    private Content content(String type, Schema<?> schema, JsonNode example) {
        MediaType media = new MediaType().schema(schema);
        media.setExample(json.treeToValue(example, Object.class));
        return new Content().addMediaType(type, media);
    }

    private static Schema<?> schema(@Nullable Content content) {
        return content == null
                ? new JsonSchema()
                : content.values().iterator().next().getSchema();
    }
}
