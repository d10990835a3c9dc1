package io.daybook.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Scope;
import io.daybook.testing.TestToken;
import io.daybook.testing.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint that a running service has, called with every scope and with tokens that do not hold. The endpoints
 * come from the service, not from its table: one without a row in it fails.
 */
public final class EndpointMatrix {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<Integer> KEPT_OUT = Set.of(401, 403);

    private final ApplicationContext service;
    private final URI address;
    private final EndpointTable table;
    private final Map<Scope, String> tokens = new EnumMap<>(Scope.class);
    private final Map<String, String> badTokens;

    public EndpointMatrix(ApplicationContext service, URI address) {
        this.service = service;
        this.address = address;
        this.table = service.getBean(EndpointTable.class);
        Arrays.stream(Scope.values()).forEach(scope -> tokens.put(scope, TestTokens.with(scope)));
        this.badTokens = Map.of(
                "expired",
                        good().expiry(Instant.now().minus(Duration.ofMinutes(1)))
                                .signed(),
                "for another audience", good().audience("another").signed(),
                "of another issuer", good().issuer("http://127.0.0.1:1").signed(),
                "signed with another key", good().forged());
    }

    private static TestToken good() {
        return TestTokens.token().scopes(Scope.values());
    }

    private record Called(HttpMethod method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public Stream<DynamicTest> tests() {
        Set<Called> endpoints = service
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry ->
                        !ErrorController.class.isAssignableFrom(entry.getValue().getBeanType()))
                .flatMap(entry -> calls(entry.getKey()))
                .collect(Collectors.toSet());
        assertThat(endpoints).as("endpoints of the service").isNotEmpty();
        return endpoints.stream().map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> check(endpoint)));
    }

    private static Stream<Called> calls(RequestMappingInfo mapping) {
        assertThat(mapping.getMethodsCondition().getMethods())
                .as("methods of " + mapping)
                .isNotEmpty();
        return Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatternValues().stream()
                .map(pattern -> pattern.replaceAll("\\{[^}]+}", "X").replace("**", "X"))
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Called(method.asHttpMethod(), path)));
    }

    private void check(Called endpoint) {
        switch (table.accessTo(endpoint.method(), PathContainer.parsePath(endpoint.path()))) {
            case Access.Open() -> assertThat(call(endpoint, null).status()).isNotIn(KEPT_OUT);
            case Access.AnyToken() -> {
                tokens.forEach(
                        (scope, token) -> assertThat(call(endpoint, token).status())
                                .as(scope.value())
                                .isNotIn(KEPT_OUT));
                keepsOutWhoHasNoGoodToken(endpoint);
            }
            case Access.Scoped(var named) -> {
                tokens.forEach((scope, token) -> opensForItsScopeAlone(endpoint, named, scope, token));
                keepsOutWhoHasNoGoodToken(endpoint);
            }
            case Access.Closed() -> throw new AssertionError(endpoint + " has no row in the table of endpoints");
        }
    }

    private void opensForItsScopeAlone(Called endpoint, Scope named, Scope scope, String token) {
        Reply reply = call(endpoint, token);
        if (scope == named) {
            assertThat(reply.status()).as(scope.value()).isNotIn(KEPT_OUT);
            return;
        }
        assertThat(reply.status()).as(scope.value()).isEqualTo(403);
        assertThat(reply.challenge()).contains("insufficient_scope", named.value());
        assertThat(reply.body()).contains("/problems/forbidden", named.value(), "correlationId");
    }

    private void keepsOutWhoHasNoGoodToken(Called endpoint) {
        Reply withoutToken = call(endpoint, null);
        assertThat(withoutToken.status()).as("no token").isEqualTo(401);
        assertThat(withoutToken.challenge()).startsWith("Bearer");
        assertThat(withoutToken.body()).contains("/problems/unauthenticated", "correlationId");
        badTokens.forEach((why, token) ->
                assertThat(call(endpoint, token).status()).as(why).isEqualTo(401));
    }

    private record Reply(int status, String challenge, String body) {}

    private Reply call(Called endpoint, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(endpoint.path()))
                .header("Content-Type", "application/json")
                .method(endpoint.method().name(), HttpRequest.BodyPublishers.ofString("{}"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String challenge =
                        response.headers().firstValue("WWW-Authenticate").orElse("");
                boolean read = KEPT_OUT.contains(response.statusCode());
                String text = read ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "";
                return new Reply(response.statusCode(), challenge, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
