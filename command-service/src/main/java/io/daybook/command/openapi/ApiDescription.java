package io.daybook.command.openapi;

import io.daybook.resourceserver.EndpointTable;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The frame of the description: title, version, how to be let in, and what a problem looks like. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static final String BEARER = "bearer";
    static final String PROBLEM = "Problem";

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Daybook commands")
                        .version("1")
                        .description("Every change is a request to one of these; reading is another service's affair."))
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

    @Bean
    OpenApiCustomizer operations(JsonMapper json, EndpointTable table) {
        OperationDescriptions descriptions = new OperationDescriptions(json, table);
        return api -> api.getPaths().forEach((path, item) -> describe(descriptions, path, item));
    }

    private static void describe(OperationDescriptions descriptions, String path, PathItem item) {
        item.readOperationsMap()
                .forEach((method, operation) -> descriptions.describe(method.name() + " " + path, operation));
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
