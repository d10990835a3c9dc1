package io.daybook.apidescription;

import io.daybook.resourceserver.EndpointTable;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Describes the service whose {@link ApiFrame} there is. */
@AutoConfiguration
@ConditionalOnBean(ApiFrame.class)
class ApiDescriptionAutoConfiguration {

    @Bean
    OpenAPI api(ApiFrame frame) {
        return ApiDescription.frame(frame);
    }

    @Bean
    OpenApiCustomizer operations(ApiFrame frame, JsonMapper json, EndpointTable table, OperationTerms terms) {
        return new ApiDescription(frame, json, table, terms);
    }

    @Bean
    RecordSchemas recordSchemas(ObjectProvider<ComponentTerms> terms) {
        return new RecordSchemas(terms.getIfAvailable(() -> new ComponentTerms() {}));
    }

    @Bean
    ProblemPages problemPages(ProblemCatalogue catalogue) {
        return new ProblemPages(catalogue);
    }
}
