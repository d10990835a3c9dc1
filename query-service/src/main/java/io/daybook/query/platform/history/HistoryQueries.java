package io.daybook.query.platform.history;

import io.daybook.api.Page;
import io.daybook.eventstore.EventRow;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.generation.Moment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells what the versions of an entity are, and what differs between two moments of it. */
@Component
final class HistoryQueries {

    private static final JsonNode NOT_YET = JsonNodeFactory.instance.objectNode();

    private final Timelines timelines;
    private final JsonMapper mapper;

    HistoryQueries(Timelines timelines, JsonMapper mapper) {
        this.timelines = timelines;
        this.mapper = mapper;
    }

    /**
     * A page of the versions of an entity up to a position. For each page the entity is folded from its first event on;
     * in memory is the page.
     */
    Page<VersionView> history(EntityKind kind, String key, Wanted wanted, long until) {
        Deque<Step> steps = new ArrayDeque<>();
        AtomicBoolean isKnown = new AtomicBoolean();
        timelines.walk(kind, key, until, step -> {
            isKnown.set(true);
            if (!wanted.isBehindCursor(step.version())) {
                return !wanted.newestFirst();
            }
            if (wanted.isAboutAll() || !wanted.among(differences(kind, step)).isEmpty()) {
                steps.add(step);
            }
            boolean isFull = steps.size() > wanted.limit();
            if (wanted.newestFirst() && steps.size() > wanted.limit() + 1) {
                steps.removeFirst();
            }
            return wanted.newestFirst() || !isFull;
        });
        if (!isKnown.get()) {
            throw unknown(kind, key, " at position " + until);
        }
        return page(kind, wanted, new ArrayList<>(steps));
    }

    private Page<VersionView> page(EntityKind kind, Wanted wanted, List<Step> steps) {
        if (wanted.newestFirst()) {
            Collections.reverse(steps);
        }
        List<VersionView> versions = steps.stream()
                .limit(wanted.limit())
                .map(step -> version(kind, wanted, step))
                .toList();
        boolean isLast = steps.size() <= wanted.limit();
        return new Page<>(
                versions, isLast ? null : wanted.cursor(versions.getLast().version()));
    }

    private VersionView version(EntityKind kind, Wanted wanted, Step step) {
        EventRow event = step.event();
        StoredCause cause = StoredCause.of(event, mapper);
        String type = event.payloadType().substring(event.payloadType().lastIndexOf('.') + 1);
        return new VersionView(
                step.version(),
                new VersionView.Event(event.position(), event.eventId(), type, event.recordedAt()),
                cause.command(),
                cause.actor(),
                cause.correlationId(),
                cause.causationId(),
                wanted.among(differences(kind, step)));
    }

    /** What an event changed, apart from what time alone has. */
    private List<FieldDifference> differences(EntityKind kind, Step step) {
        Instant then = step.event().recordedAt();
        return Differences.between(shown(kind, step.before(), then), shown(kind, step.after(), then));
    }

    /** What differs between an entity at two moments, each as its endpoint shows it then. */
    ComparisonView compare(EntityKind kind, String key, Moment from, Moment to) {
        Optional<Step> earlier = timelines.last(kind, key, from.position());
        Optional<Step> later = timelines.last(kind, key, to.position());
        if (earlier.isEmpty() && later.isEmpty()) {
            throw unknown(kind, key, " at position %d or %d".formatted(from.position(), to.position()));
        }
        return new ComparisonView(
                side(from, earlier),
                side(to, later),
                Differences.between(shown(kind, earlier, from), shown(kind, later, to)));
    }

    private static ComparisonView.Side side(Moment moment, Optional<Step> last) {
        return new ComparisonView.Side(
                moment.position(), moment.at(), last.map(Step::version).orElse(null));
    }

    private JsonNode shown(EntityKind kind, Optional<Step> last, Moment moment) {
        return shown(kind, last.map(Step::after).orElse(States.NONE), moment.at());
    }

    private JsonNode shown(EntityKind kind, States states, Instant time) {
        return states.has(kind.main()) ? mapper.valueToTree(kind.view().shown(states, time)) : NOT_YET;
    }

    private static UnknownEntity unknown(EntityKind kind, String key, String when) {
        return new UnknownEntity(kind.unknown(), "There is none with the id %s%s".formatted(key, when));
    }
}
