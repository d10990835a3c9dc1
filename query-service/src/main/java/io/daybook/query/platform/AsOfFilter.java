package io.daybook.query.platform;

import io.daybook.api.InvalidValue;
import io.daybook.api.RejectionCode;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationBook;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.GenerationPath.Stay;
import io.daybook.query.platform.generation.Moment;
import io.daybook.query.platform.generation.Moments;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers a request as of what its parameter {@code at}, or the header {@code As-Of}, names: a generation by its name,
 * or a position or an instant, at which single entities are folded from their events.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class AsOfFilter extends OncePerRequestFilter {

    static final String AT_MOMENT = "daybook.atMoment";
    static final String ADVICE =
            "Only single entities can be shown as of any moment; for lists and figures build a generation up to"
                    + " it (POST /generations) and name that";

    private static final String PARAMETER = "at";
    private static final String HEADER = "As-Of";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Moments moments;
    private final GenerationBook generations;
    private final GenerationPath path;
    private final HandlerExceptionResolver problems;

    AsOfFilter(
            Moments moments,
            GenerationBook generations,
            GenerationPath path,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.moments = moments;
        this.generations = generations;
        this.path = path;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String parameter = request.getParameter(PARAMETER);
        String asked = parameter == null || parameter.isBlank() ? request.getHeader(HEADER) : parameter;
        if (asked == null || asked.isBlank()) {
            chain.doFilter(request, response);
            return;
        }
        Stay stay;
        try {
            stay = enter(asked.strip(), request);
        } catch (InvalidValue | UnknownEntity | Refusal unfit) {
            problems.resolveException(request, response, null, unfit);
            return;
        }
        try (stay) {
            chain.doFilter(request, response);
        }
    }

    private Stay enter(String asked, HttpServletRequest request) {
        if (!Moments.isMoment(asked)) {
            return enter(named(asked));
        }
        Moment moment = moments.read(asked, PARAMETER);
        Optional<Generation> kept = keptAt(moment.position());
        if (kept.isPresent()) {
            return path.enter(kept.get(), moment);
        }
        request.setAttribute(AT_MOMENT, moment);
        return path.enter(moment);
    }

    private Stay enter(Generation generation) {
        Long target = generation.target();
        if (target == null) {
            return path.enter(generation);
        }
        Moment moment = moments.of(target);
        return path.enter(generation, generation.asOf() == null ? moment : new Moment(target, generation.asOf()));
    }

    private Generation named(String name) {
        Generation generation = generations
                .find(name)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.GENERATION_UNKNOWN,
                        "%s is no position, no instant such as 2011-11-14T09:26:00Z, and the name of no generation"
                                .formatted(name)));
        if (!isUsable(generation)) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "GENERATION_NOT_READY",
                    "The generation %s is %s".formatted(generation.name(), generation.state()));
        }
        return generation;
    }

    /** A generation that stays at the position has all that is asked of it. */
    private Optional<Generation> keptAt(long position) {
        return generations.all().stream()
                .filter(generation -> generation.target() != null && generation.target() == position)
                .filter(this::isUsable)
                .findFirst();
    }

    private boolean isUsable(Generation generation) {
        return generation.state() == Generation.State.READY
                && generation.layout().equals(path.live().layout());
    }
}
