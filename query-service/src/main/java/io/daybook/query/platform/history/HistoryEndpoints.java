package io.daybook.query.platform.history;

import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Moments;
import io.daybook.query.platform.list.Asked;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Puts the resources {@code history} and {@code compare} below the endpoint of every kind of entity that is declared.
 */
@Component
final class HistoryEndpoints implements SmartInitializingSingleton {

    private static final List<String> RESOURCES = List.of("history", "compare");

    private final RequestMappingHandlerMapping mappings;
    private final List<EntityKind> kinds;
    private final HistoryQueries queries;
    private final Moments moments;
    private final GenerationPath path;

    HistoryEndpoints(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            List<EntityKind> kinds,
            HistoryQueries queries,
            Moments moments,
            GenerationPath path) {
        this.mappings = mappings;
        this.kinds = kinds;
        this.queries = queries;
        this.moments = moments;
        this.path = path;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (EntityKind kind : kinds) {
            HistoryController controller = new HistoryController(kind, queries, moments, path);
            RESOURCES.forEach(resource -> mappings.registerMapping(
                    RequestMappingInfo.paths(kind.path() + "/" + resource)
                            .methods(RequestMethod.GET)
                            .options(mappings.getBuilderConfiguration())
                            .build(),
                    controller,
                    method(resource)));
        }
    }

    private static Method method(String name) {
        return Objects.requireNonNull(
                ReflectionUtils.findMethod(HistoryController.class, name, String.class, Asked.class), name);
    }
}
