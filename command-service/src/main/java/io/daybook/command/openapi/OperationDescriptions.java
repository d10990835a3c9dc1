package io.daybook.command.openapi;

import io.daybook.resourceserver.Access;
import io.daybook.resourceserver.EndpointTable;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
    private static final String NDJSON = "application/x-ndjson";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final JsonMapper json;
    private final EndpointTable table;
    private final Map<String, Example> examples;

    OperationDescriptions(JsonMapper json, EndpointTable table) {
        this.json = json;
        this.table = table;
        this.examples = Example.byOperation(json);
    }

    void describe(String name, Operation operation) {
        Example example = examples.get(name);
        if (example == null) {
            return;
        }
        operation.setSummary(example.summary());
        operation.setParameters(parameters(example, operation));
        if (example.request() != null) {
            operation.setRequestBody(requestBody(example, example.request(), operation));
        }
        operation.setResponses(responses(example, operation));
        if (access(example) instanceof Access.Scoped(var scope)) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(ApiDescription.BEARER, scope.value())));
        } else {
            operation.setSecurity(List.of(new SecurityRequirement().addList(ApiDescription.BEARER)));
        }
    }

    private Access access(Example example) {
        return table.accessTo(HttpMethod.valueOf(example.method()), PathContainer.parsePath(example.path()));
    }

    private static List<Parameter> parameters(Example example, Operation operation) {
        List<Parameter> parameters = new ArrayList<>();
        Map<String, String> values = pathVariables(example);
        for (Parameter given : Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            parameters.add(values.containsKey(given.getName()) ? given.example(values.get(given.getName())) : given);
        }
        if (example.isWrite()) {
            parameters.add(header(
                    "Idempotency-Key",
                    "^[!-~]{1,200}$",
                    "Names the request, so that it can be sent again and is told its first outcome",
                    false));
        }
        if (example.isWrite() && example.tellsVersion()) {
            parameters.add(header(
                    "If-Match",
                    "^(\\*|\"[0-9]{1,18}\")$",
                    "The version that is to be changed, as an ETag told it, or * for any",
                    example.isConditional()));
        }
        return parameters;
    }

    private static Map<String, String> pathVariables(Example example) {
        PathPattern pattern = PathPatternParser.defaultInstance.parse(example.template());
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(PathContainer.parsePath(example.path()));
        if (match == null) {
            throw new IllegalStateException(example.path() + " is no example of " + example.template());
        }
        return match.getUriVariables();
    }

    private static Parameter header(String name, String pattern, String description, boolean required) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(required)
                .schema(RecordSchemas.ofType("string").pattern(pattern));
    }

    private RequestBody requestBody(Example example, JsonNode request, Operation operation) {
        if (example.isStream()) {
            return new RequestBody().required(true).content(lines(request));
        }
        RequestBody body = operation.getRequestBody();
        return new RequestBody().required(true).content(content(JSON, schema(body.getContent()), request));
    }

    private ApiResponses responses(Example example, Operation operation) {
        ApiResponse derived = operation.getResponses().get("200");
        Schema<?> schema = schema(derived == null ? null : derived.getContent());
        ApiResponse success = new ApiResponse()
                .description(HttpStatus.valueOf(example.status()).getReasonPhrase())
                .content(example.isStream() ? lines(example.reply()) : content(JSON, schema, example.reply()));
        if (example.tellsVersion()) {
            success.addHeaderObject("Event-Position", header("integer", "The position of the last event that follows"));
            success.addHeaderObject("ETag", header("string", "The version of what was changed"));
            success.addHeaderObject("Idempotency-Replayed", header("string", "\"true\" where this was told before"));
        }
        if (example.status() != HttpStatus.OK.value()) {
            success.addHeaderObject("Location", header("string", "Where to look"));
        }
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(Integer.toString(example.status()), success);
        for (int status : problems(example)) {
            responses.addApiResponse(Integer.toString(status), problem(HttpStatus.valueOf(status)));
        }
        return responses;
    }

    private static SortedSet<Integer> problems(Example example) {
        SortedSet<Integer> problems = new TreeSet<>(List.of(401, 403));
        if (example.isStream()) {
            problems.remove(403);
            problems.add(415);
        } else if (example.isWrite()) {
            problems.addAll(List.of(400, 404, 409, 413, 415, 422));
            if (example.tellsVersion()) {
                problems.add(412);
            }
            if (example.isConditional()) {
                problems.add(428);
            }
        }
        return problems;
    }

    private static ApiResponse problem(HttpStatus status) {
        Schema<?> reference = new JsonSchema().$ref("#/components/schemas/" + ApiDescription.PROBLEM);
        return new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(reference)));
    }

    private static Header header(String type, String description) {
        return new Header().description(description).schema(RecordSchemas.ofType(type));
    }

    /** Lines are beyond what a schema can say: the example shows one. */
    private Content lines(JsonNode line) {
        Schema<?> text = RecordSchemas.ofType("string").description("JSON objects, one a line");
        MediaType media = new MediaType().schema(text);
        media.setExample(json.writeValueAsString(line) + "\n");
        return new Content().addMediaType(NDJSON, media);
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
