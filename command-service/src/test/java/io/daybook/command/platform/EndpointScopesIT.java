package io.daybook.command.platform;

import io.daybook.command.CommandServiceScenario;
import io.daybook.resourceserver.EndpointMatrix;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

class EndpointScopesIT extends CommandServiceScenario {

    @Autowired
    private ApplicationContext service;

    @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}")
    private String issuer;

    @TestFactory
    Stream<DynamicTest> opensEachEndpointForItsScopeAlone() {
        return new EndpointMatrix(service, URI.create("http://127.0.0.1:" + port)).tests();
    }

    @Test
    void tellsAnybodyWhereTokensComeFrom() {
        clientWithoutToken()
                .get()
                .uri("/.well-known/oauth-protected-resource")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.authorization_servers[0]")
                .isEqualTo(issuer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/positions;x=1", "//positions", "/x/../positions", "/positions%0A"})
    void refusesAPathThatIsNotPlain(String path) {
        client().get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/metrics"})
    void showsNothingOfTheActuatorOnThePublicPort(String path) {
        get(path).expectStatus().isForbidden();
        clientWithoutToken().get().uri(path).exchange().expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/readiness", "/actuator/info", "/actuator/metrics"})
    void showsHealthAndMetricsOnTheManagementPortWithoutAToken(String path) {
        managementClient().get().uri(path).exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/positions", "/actuator/env", "/actuator/heapdump"})
    void showsNothingElseOnTheManagementPort(String path) {
        managementClient().get().uri(path).exchange().expectStatus().isUnauthorized();
    }
}
