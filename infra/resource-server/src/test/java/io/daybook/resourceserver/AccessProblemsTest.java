package io.daybook.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Scope;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessProblemsTest {

    private static final String TOKEN = "eyJ.the-token.xyz";

    private final EndpointTable table = EndpointTable.of(Endpoint.post("/orders", Scope.ORDER_WRITE));
    private final AccessProblems problems = new AccessProblems(new EndpointGuard(table), JsonMapper.shared());
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/orders");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void asksForATokenWhereThereIsNone() throws IOException {
        fail(new InsufficientAuthenticationException("no token"));

        assertProblem(401, "UNAUTHENTICATED");
        assertThat(response.getHeader("WWW-Authenticate")).startsWith("Bearer ").contains("resource_metadata=");
    }

    @Test
    void doesNotRepeatATokenThatDoesNotHold() throws Exception {
        fail(new InvalidBearerTokenException("Jwt expired at 2026-01-01T00:00:00Z"));

        assertProblem(401, "UNAUTHENTICATED");
        assertThat(response.getHeader("WWW-Authenticate")).contains("invalid_token");
        assertThat(response.getContentAsString()).doesNotContain(TOKEN);
    }

    @Test
    void isAwayWhileTheKeysAre() throws IOException {
        fail(new AuthenticationServiceException("no keys"));

        assertProblem(503, "AUTHORIZATION_UNAVAILABLE");
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void namesTheScopeThatIsMissing() throws IOException {
        problems.handle(request, response, new AccessDeniedException("denied"));

        assertThat(assertProblem(403, "FORBIDDEN").path("detail").asString()).endsWith("order:write");
        assertThat(response.getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"order:write\"");
    }

    @Test
    void saysThatNoScopeOpensWhatIsNotInTheTable() throws IOException {
        request.setRequestURI("/else");
        problems.handle(request, response, new AccessDeniedException("denied"));

        assertThat(assertProblem(403, "FORBIDDEN").path("detail").asString())
                .isEqualTo("No scope opens POST on this path");
    }

    private void fail(AuthenticationException failure) throws IOException {
        request.addHeader("Authorization", "Bearer " + TOKEN);
        problems.onAuthenticationFailure(request, response, failure);
    }

    private JsonNode assertProblem(int status, String code) throws IOException {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(response.getContentAsString());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("type").asString())
                .isEqualTo(
                        "/problems/" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        assertThat(problem.path("instance").asString()).isEqualTo(request.getRequestURI());
        return problem;
    }
}
