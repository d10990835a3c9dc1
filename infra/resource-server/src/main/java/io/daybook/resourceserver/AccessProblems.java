package io.daybook.resourceserver;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers those who may not come in as problem details (RFC 9457), with the {@code WWW-Authenticate} header of RFC
 * 6750. No answer and no log line repeats the token.
 */
final class AccessProblems
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler, RequestRejectedHandler {

    private static final Logger logger = LoggerFactory.getLogger(AccessProblems.class);

    private final BearerTokenAuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();
    private final EndpointGuard guard;
    private final JsonMapper json;

    AccessProblems(EndpointGuard guard, JsonMapper json) {
        this.guard = guard;
        this.json = json;
    }

    /** 401, without a token or with one that does not hold. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        bearer.commence(request, response, failure);
        String detail = failure instanceof OAuth2AuthenticationException
                ? "The access token does not hold: get a new one from the authorization server"
                : "Send an access token of the authorization server: Authorization: Bearer ...";
        write(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", detail, request, response);
    }

    /** 401 for a token that does not hold; 503 where the keys to check it with cannot be had. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (!(failure instanceof AuthenticationServiceException)) {
            commence(request, response, failure);
            return;
        }
        logger.warn("The keys of the authorization server cannot be had", failure);
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        String detail = "Tokens cannot be checked while the authorization server is away; try again";
        write(HttpStatus.SERVICE_UNAVAILABLE, "AUTHORIZATION_UNAVAILABLE", detail, request, response);
    }

    /** 403, naming the scope that is missing. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        String challenge = "Bearer error=\"insufficient_scope\"";
        String detail = "No scope opens " + request.getMethod() + " on this path";
        if (guard.accessTo(request) instanceof Access.Scoped(var scope)) {
            challenge += ", scope=\"" + scope.value() + "\"";
            detail = "This needs an access token with the scope " + scope.value();
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        write(HttpStatus.FORBIDDEN, "FORBIDDEN", detail, request, response);
    }

    /** 400, for a request that the firewall does not let near anything. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        String detail = "The method, the path or a header is not one that is taken here";
        write(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", detail, request, response);
    }

    private void write(
            HttpStatus status, String code, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String words = code.toLowerCase(Locale.ROOT).replace('_', '-');
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + words);
        problem.put(
                "title",
                Character.toUpperCase(words.charAt(0)) + words.substring(1).replace('-', ' '));
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        problem.put("code", code);
        problem.put("correlationId", MDC.get("correlationId"));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
