package io.daybook.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.QueryServiceScenario;
import io.daybook.query.platform.model.Projection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every GET of the service tells what is behind it; the endpoints come from the service, so a new one is among them.
 */
class ReadsFromIT extends QueryServiceScenario {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private List<Projection> projections;

    @Autowired
    private List<LogFollower> followers;

    private record Endpoint(String path, HandlerMethod method) {}

    @TestFactory
    Stream<DynamicTest> everyGetTellsWhatIsBehindIt() {
        List<Endpoint> endpoints = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        !ErrorController.class.isAssignableFrom(entry.getValue().getBeanType()))
                .filter(entry -> !streams(entry.getKey()))
                .filter(entry -> entry.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .isEmpty()
                        || entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .map(path -> new Endpoint(path.replaceAll("\\{[^}]+}", "X"), entry.getValue())))
                .toList();
        assertThat(endpoints).isNotEmpty();
        return endpoints.stream().map(endpoint -> DynamicTest.dynamicTest(endpoint.path(), () -> check(endpoint)));
    }

    private static boolean streams(RequestMappingInfo mapping) {
        return mapping.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
    }

    private void check(Endpoint endpoint) {
        assertThat(AnnotatedElementUtils.hasAnnotation(endpoint.method().getMethod(), ReadsFrom.class)
                        || AnnotatedElementUtils.hasAnnotation(endpoint.method().getBeanType(), ReadsFrom.class))
                .as("%s has @ReadsFrom", endpoint.method())
                .isTrue();
        Set<String> behind = FreshnessInterceptor.behind(endpoint.method());
        Set<String> sources = Stream.concat(
                        projections.stream().map(Projection::group),
                        followers.stream().map(LogFollower::name))
                .collect(Collectors.toSet());
        assertThat(sources).containsAll(behind);
        if (!behind.isEmpty()) {
            Answer answer = get(endpoint.path());
            assertThat(answer.header("Event-Position")).matches("\\d+");
            assertThat(answer.header("Staleness-Ms")).matches("\\d+");
        }
    }
}
