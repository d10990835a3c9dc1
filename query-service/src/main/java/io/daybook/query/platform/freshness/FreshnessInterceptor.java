package io.daybook.query.platform.freshness;

import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.GenerationPath.Stay;
import io.daybook.query.platform.generation.Moment;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/**
 * Before a reply is made: waits for the position that the request asks for, and tells which one is passed. The request
 * stays in the generation in which that is so.
 */
@Component
final class FreshnessInterceptor implements AsyncHandlerInterceptor {

    private static final String STAY = FreshnessInterceptor.class.getName();

    private final Freshness freshness;
    private final FreshnessSettings settings;
    private final GenerationPath path;
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    FreshnessInterceptor(Freshness freshness, FreshnessSettings settings, GenerationPath path) {
        this.freshness = freshness;
        this.settings = settings;
        this.path = path;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // an annotation costs as much to find as all the rest of this
        Set<String> processors = handler instanceof HandlerMethod method
                ? known.computeIfAbsent(method.getMethod(), _ -> behind(method))
                : Set.of();
        if (processors.isEmpty() || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Optional<Moment> moment = path.moment();
        if (moment.isPresent()) {
            atMoment(moment.get(), request, response);
            return true;
        }
        Standing standing = freshness.now(processors);
        FreshnessHeaders.tell(response, standing, freshness.staleness(standing));
        Asked asked = Asked.by(request, settings.patience());
        if (asked.position() > standing.position()) {
            standing = awaited(processors, asked, response);
        }
        FreshnessHeaders.settle(request, standing);
        request.setAttribute(STAY, path.enter(standing.generation()));
        return true;
    }

    /** What is as of a moment shows its position, whatever the processors have passed. */
    private void atMoment(Moment moment, HttpServletRequest request, HttpServletResponse response) {
        Standing still = Standing.still(path.current(), moment.position());
        FreshnessHeaders.tell(response, still, 0);
        Asked asked = Asked.by(request, settings.patience());
        if (asked.position() > moment.position()) {
            throw new AsOfBeforeMinPosition(asked.position(), still);
        }
    }

    private Standing awaited(Set<String> processors, Asked asked, HttpServletResponse response) {
        try {
            Standing reached = freshness.await(processors, asked.position(), asked.field(), asked.patience());
            FreshnessHeaders.tell(response, reached, freshness.staleness(reached));
            return reached;
        } catch (NotYetVisible late) {
            FreshnessHeaders.tell(response, late.standing(), late.stalenessMillis());
            throw late;
        }
    }

    /** What is behind the replies of a method, by its annotation. */
    static Set<String> behind(HandlerMethod method) {
        ReadsFrom own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), ReadsFrom.class);
        ReadsFrom named =
                own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ReadsFrom.class) : own;
        return named == null ? Set.of() : Set.of(named.value());
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        leave(request);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        leave(request);
    }

    private static void leave(HttpServletRequest request) {
        if (request.getAttribute(STAY) instanceof Stay stay) {
            request.removeAttribute(STAY);
            stay.close();
        }
    }
}
