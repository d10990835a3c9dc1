package io.daybook.apidescription;

import io.daybook.resourceserver.EndpointTable;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description as a whole: title, version, how to be let in, what a problem looks like, and each operation in turn.
 */
final class ApiDescription implements OpenApiCustomizer {

    static final String BEARER = "bearer";
    static final String PROBLEM = "Problem";

    private final OperationDescriptions descriptions;

    ApiDescription(ApiFrame frame, JsonMapper json, EndpointTable table, OperationTerms terms) {
        this.descriptions = new OperationDescriptions(json, table, Example.byOperation(json, frame.beside()), terms);
    }

    static OpenAPI frame(ApiFrame frame) {
        return new OpenAPI()
                .info(new Info().title(frame.title()).version(frame.version()).description(frame.description()))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("An access token with the scope that the operation names")));
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach((path, item) -> describe(api, path, item));
    }

    private void describe(OpenAPI api, String path, PathItem item) {
        item.readOperationsMap()
                .forEach((method, operation) -> descriptions.describe(
                        method.name() + " " + path, operation, type -> reference(type, api.getComponents())));
    }

    /** Refers to the schema of a type, which is added to the others. */
    private static Schema<?> reference(Class<?> type, Components components) {
        ResolvedSchema resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(components::addSchemas);
        return resolved.schema;
    }

    private static Schema<?> problem() {
        Schema<?> field = RecordSchemas.ofType("object");
        field.addProperty("field", RecordSchemas.ofType("string"));
        field.addProperty("problem", RecordSchemas.ofType("string"));
        Schema<?> problem = RecordSchemas.ofType("object");
        problem.addProperty("type", RecordSchemas.ofType("string").format("uri-reference"));
        problem.addProperty("title", RecordSchemas.ofType("string"));
        problem.addProperty("status", RecordSchemas.ofType("integer"));
        problem.addProperty("detail", RecordSchemas.ofType("string"));
        problem.addProperty("instance", RecordSchemas.ofType("string").format("uri-reference"));
        problem.addProperty("code", RecordSchemas.ofType("string").pattern("^[A-Z0-9_]+$"));
        problem.addProperty("remedy", RecordSchemas.ofType("string"));
        problem.addProperty("correlationId", RecordSchemas.ofType("string"));
        problem.addProperty("errors", RecordSchemas.ofType("array").items(field));
        problem.setRequired(List.of("type", "title", "status", "detail", "code", "correlationId"));
        return problem;
    }
}
