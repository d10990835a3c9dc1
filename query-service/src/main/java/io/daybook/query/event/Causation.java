package io.daybook.query.event;

import io.daybook.query.event.CausationGraph.Edge;
import io.daybook.query.event.CausationGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Follows causation ids through the log: from an event up to what it began with, and down to all that came of it. A
 * cause is always before its effects, so nothing is found twice.
 */
@Component
class Causation {

    private static final int PARENTS_AT_ONCE = 100;

    private final EventSearch search;
    private final EventLookup lookup;

    Causation(EventSearch search, EventLookup lookup) {
        this.search = search;
        this.lookup = lookup;
    }

    /**
     * The graph around an event.
     *
     * @param depth how many steps up and how many down at most
     * @param limit the most events
     */
    CausationGraph around(RecordedEvent event, int depth, int limit) {
        List<RecordedEvent> above = above(event, Math.min(depth, limit - 1));
        RecordedEvent top = above.isEmpty() ? event : above.getLast();
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        boolean cut = false;
        int generation = 0;
        String outside = top.causationId();
        if (outside != null) {
            cut = cause(top).isPresent();
            if (!cut) {
                nodes.add(Node.request(outside, top.actor(), top.correlationId()));
                edges.add(new Edge(outside, top.eventId(), top.command()));
                generation++;
            }
        }
        for (RecordedEvent step : above.reversed()) {
            nodes.add(Node.of(step, generation++));
        }
        nodes.add(Node.of(event, generation));
        RecordedEvent effect = event;
        for (RecordedEvent step : above) {
            edges.add(new Edge(step.eventId(), effect.eventId(), effect.command()));
            effect = step;
        }
        List<RecordedEvent> shown = new ArrayList<>(above.reversed());
        shown.add(event);
        boolean more = below(event, generation, depth, limit - above.size() - 1, shown, nodes, edges);
        return new CausationGraph(event.eventId(), nodes.getFirst().id(), nodes, edges, windows(shown), cut || more);
    }

    private List<PriceWindow> windows(List<RecordedEvent> shown) {
        return shown.stream()
                .filter(event ->
                        event.type().equals("PriceChanged") || event.type().equals("PriceProposed"))
                .flatMap(event -> PriceWindow.behind(event, lookup::idAt).stream())
                .toList();
    }

    /** The events that led to one, the nearest first. */
    private List<RecordedEvent> above(RecordedEvent event, int most) {
        List<RecordedEvent> above = new ArrayList<>();
        RecordedEvent last = event;
        while (above.size() < most) {
            Optional<RecordedEvent> cause = cause(last);
            if (cause.isEmpty()) {
                return above;
            }
            last = cause.get();
            above.add(last);
        }
        return above;
    }

    /** The event that led to another; empty where it was a request. */
    private Optional<RecordedEvent> cause(RecordedEvent event) {
        String id = event.causationId();
        return id == null
                ? Optional.empty()
                : lookup.find(id)
                        .filter(row -> row.position() < event.position())
                        .map(RecordedEvent::of);
    }

    /** Adds what came of an event, generation by generation; tells whether there is more. */
    private boolean below(
            RecordedEvent event,
            int generation,
            int depth,
            int most,
            List<RecordedEvent> found,
            List<Node> nodes,
            List<Edge> edges) {
        int left = most;
        List<RecordedEvent> causes = List.of(event);
        for (int step = 1; step <= depth && !causes.isEmpty(); step++) {
            List<RecordedEvent> effects = effects(causes, left + 1);
            boolean tooMany = effects.size() > left;
            List<RecordedEvent> shown = tooMany ? effects.subList(0, left) : effects;
            found.addAll(shown);
            for (RecordedEvent effect : shown) {
                nodes.add(Node.of(effect, generation + step));
                edges.add(new Edge(String.valueOf(effect.causationId()), effect.eventId(), effect.command()));
            }
            if (tooMany) {
                return true;
            }
            left -= shown.size();
            causes = shown;
        }
        return !causes.isEmpty() && !effects(causes, 1).isEmpty();
    }

    /** The events that some led to, in the order of the log. */
    private List<RecordedEvent> effects(List<RecordedEvent> causes, int most) {
        Map<String, Long> positions = new HashMap<>();
        causes.forEach(cause -> positions.put(cause.eventId(), cause.position()));
        List<RecordedEvent> effects = new ArrayList<>();
        for (int from = 0; from < causes.size() && effects.size() < most; from += PARENTS_AT_ONCE) {
            List<RecordedEvent> some = causes.subList(from, Math.min(causes.size(), from + PARENTS_AT_ONCE));
            Set<String> terms = some.stream()
                    .map(cause -> EventTerms.term("causationId", cause.eventId()))
                    .collect(Collectors.toSet());
            long first = some.stream().mapToLong(RecordedEvent::position).min().orElse(0);
            EventQuestion question = EventQuestion.having(terms, first).between(0, lookup.lastShown());
            int missing = most - effects.size();
            search.first(question, missing).stream()
                    .filter(effect -> effect.position() > positions.getOrDefault(effect.causationId(), Long.MAX_VALUE))
                    .forEach(effects::add);
        }
        return effects;
    }
}
