package io.daybook.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class EndpointTableTest {

    private final EndpointTable table = EndpointTable.of(
            Endpoint.get("/orders/{id}", Scope.ORDER_READ),
            Endpoint.get("/orders/overdue", Scope.OPERATIONS_READ),
            Endpoint.post("/orders", Scope.ORDER_WRITE),
            Endpoint.postWithAnyToken("/bulk"),
            Endpoint.open("/problems/**"));

    @ParameterizedTest
    @CsvSource({
        "GET, /orders/1, order:read",
        "HEAD, /orders/1, order:read",
        "GET, /orders/A%2FB, order:read",
        "GET, /orders/overdue, operations:read",
        "POST, /orders, order:write",
    })
    void goesByTheMostSpecificPattern(String method, String path, String scope) {
        assertThat(table.accessTo(HttpMethod.valueOf(method), PathContainer.parsePath(path)))
                .isInstanceOfSatisfying(
                        Access.Scoped.class,
                        access -> assertThat(access.scope().value()).isEqualTo(scope));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /orders/1",
        "GET, /orders",
        "POST, /orders/",
        "GET, /orders/1/",
        "GET, /orders/1/lines",
        "GET, /ORDERS/1",
        "GET, //orders/1",
        "POST, /problems/x",
        "OPTIONS, /orders",
        "TRACE, /orders/1"
    })
    void isClosedWhereNoPatternFits(String method, String path) {
        assertThat(table.accessTo(HttpMethod.valueOf(method), PathContainer.parsePath(path)))
                .isEqualTo(new Access.Closed());
        assertThat(table.allows(bearer(Scope.values()), HttpMethod.valueOf(method), path))
                .isFalse();
    }

    @Test
    void letsABearerDoWhatItsScopesName() {
        JwtAuthenticationToken reader = bearer(Scope.ORDER_READ);

        assertThat(table.allows(reader, HttpMethod.GET, "/orders/1")).isTrue();
        assertThat(table.allows(reader, HttpMethod.POST, "/orders")).isFalse();
        assertThat(table.allows(reader, HttpMethod.POST, "/bulk")).isTrue();
        assertThat(table.allows(reader, HttpMethod.GET, "/problems/forbidden")).isTrue();
    }

    @Test
    void takesNothingButATokenForAToken() {
        var somebody = new TestingAuthenticationToken("x", "y", "SCOPE_order:write");

        assertThat(table.allows(somebody, HttpMethod.POST, "/orders")).isFalse();
        assertThat(table.allows(somebody, HttpMethod.POST, "/bulk")).isFalse();
    }

    private static JwtAuthenticationToken bearer(Scope... scopes) {
        Jwt token = Jwt.withTokenValue("t").header("alg", "RS256").subject("me").build();
        return new JwtAuthenticationToken(
                token,
                AuthorityUtils.createAuthorityList(List.of(scopes).stream()
                        .map(scope -> "SCOPE_" + scope.value())
                        .toList()));
    }
}
