package io.daybook.query.platform;

import io.daybook.api.InvalidValue;
import io.daybook.api.RejectionCode;
import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationBook;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Moment;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers a request as of what its header {@code As-Of}, or the parameter {@code asOf}, names: a generation by its name, or a
 * position or an instant, at which single entities are folded from their events.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class AsOfFilter extends OncePerRequestFilter {

    static final String AT_MOMENT = "daybook.asOf";
    static final String ADVICE =
            "Only single entities can be shown as of any moment; for lists and figures build a generation up to"
                    + " it (POST /generations) and name that";

    private static final String HEADER = "As-Of";

    private final PostgresEventStorageEngine engine;
    private final GenerationBook generations;
    private final GenerationPath path;
    private final HandlerExceptionResolver problems;

    AsOfFilter(
            PostgresEventStorageEngine engine,
            GenerationBook generations,
            GenerationPath path,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.engine = engine;
        this.generations = generations;
        this.path = path;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HEADER);
        String asked = header == null ? request.getParameter("asOf") : header;
        if (asked == null || asked.isBlank()) {
            chain.doFilter(request, response);
            return;
        }
        Object place;
        try {
            place = place(asked.strip());
        } catch (InvalidValue | UnknownEntity | Refusal unfit) {
            problems.resolveException(request, response, null, unfit);
            return;
        }
        Supplier<Boolean> rest = () -> {
            try {
                chain.doFilter(request, response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ServletException e) {
                throw new IllegalStateException(e);
            }
            return true;
        };
        if (place instanceof Generation generation) {
            path.within(generation, rest);
        } else if (place instanceof Moment moment) {
            request.setAttribute(AT_MOMENT, moment);
            path.at(moment, rest);
        }
    }

    private Object place(String asked) {
        if (asked.matches("[0-9]{1,18}")) {
            return atPosition(Long.parseLong(asked));
        }
        if (asked.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*")) {
            return atInstant(asked);
        }
        return generations
                .find(asked)
                .map(this::usable)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.GENERATION_UNKNOWN, "There is no generation with the name " + asked));
    }

    private Generation usable(Generation generation) {
        if (generation.state() != Generation.State.READY
                || !generation.layout().equals(path.live().layout())) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "GENERATION_NOT_READY",
                    "The generation %s is %s".formatted(generation.name(), generation.state()));
        }
        return generation;
    }

    private Object atPosition(long position) {
        long head = engine.head();
        if (position < 1 || position > head) {
            throw new InvalidValue("asOf", "must be a position from 1 to " + head);
        }
        List<EventRow> event = engine.log().after(position - 1, 1);
        return moment(position, event.getFirst().recordedAt());
    }

    private Object atInstant(String text) {
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeException _) {
            throw new InvalidValue("asOf", "must be an instant such as 2011-11-14T09:26:00Z");
        }
        // the events of the very instant count
        TrackingToken after = engine.createTokenAt(instant.plus(1, ChronoUnit.MICROS));
        long position = after.position().orElse(0);
        if (position == 0) {
            throw new InvalidValue("asOf", "is before the first event");
        }
        return moment(position, instant);
    }

    /** A generation that stays at the position has all that is asked of it. */
    private Object moment(long position, Instant at) {
        return generations.all().stream()
                .filter(generation -> generation.target() != null
                        && generation.target() == position
                        && generation.state() == Generation.State.READY
                        && generation.layout().equals(path.live().layout()))
                .<Object>map(generation -> generation)
                .findFirst()
                .orElseGet(() -> new Moment(position, at));
    }
}
