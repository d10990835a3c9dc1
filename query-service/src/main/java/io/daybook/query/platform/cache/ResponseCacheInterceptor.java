package io.daybook.query.platform.cache;

import io.daybook.query.platform.freshness.FreshnessHeaders;
import io.daybook.query.platform.freshness.Standing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Says of an answer that is about to be made what it is made from, where it may be given again; after its freshness is
 * settled.
 */
@Component
final class ResponseCacheInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    /** The annotations' values; an annotation costs more to find than all the rest of this. */
    private final Map<Method, Optional<String>> aggregates = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<ResponseCapture> capture = ResponseCapture.of(request);
        if (capture.isPresent() && handler instanceof HandlerMethod method) {
            aggregates
                    .computeIfAbsent(method.getMethod(), ResponseCacheInterceptor::aggregate)
                    .ifPresent(aggregate -> begin(capture.get(), aggregate, request));
        }
        return true;
    }

    private static Optional<String> aggregate(Method method) {
        return Optional.ofNullable(method.getAnnotation(CacheWhileUnchanged.class))
                .map(CacheWhileUnchanged::aggregate);
    }

    private static void begin(ResponseCapture capture, String aggregate, HttpServletRequest request) {
        Optional<Standing> standing = FreshnessHeaders.told(request).filter(Standing::moves);
        Optional<Instant> end = endOfToken();
        if (standing.isPresent() && end.isPresent()) {
            Standing madeFrom = standing.get();
            Set<String> processors = madeFrom.processors().stream()
                    .map(Standing.ProcessorStanding::name)
                    .collect(Collectors.toUnmodifiableSet());
            Basis basis =
                    new Basis(madeFrom.generation().id(), processors, filled(aggregate, request), madeFrom.position());
            capture.begin(basis, end.get());
        }
    }

    private static String filled(String template, HttpServletRequest request) {
        String filled = template;
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            for (Map.Entry<?, ?> variable : variables.entrySet()) {
                filled = filled.replace("{" + variable.getKey() + "}", String.valueOf(variable.getValue()));
            }
        }
        return filled;
    }

    private static Optional<Instant> endOfToken() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authentication
                ? Optional.ofNullable(authentication.getToken().getExpiresAt())
                : Optional.empty();
    }
}
