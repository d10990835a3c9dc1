package io.daybook.query.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What led to an event, and what it led to.
 *
 * @param event the id of the event that was asked for
 * @param root the id of what it all began with
 * @param windows what the prices among them were computed from, as far as the engine proposed them
 * @param truncated whether there is more than was to be shown
 */
record CausationGraph(
        String event, String root, List<Node> nodes, List<Edge> edges, List<PriceWindow> windows, boolean truncated) {

    CausationGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        windows = List.copyOf(windows);
    }

    /** What a node stands for. */
    enum Kind {
        EVENT,
        /** Something from outside, known by its id only. */
        REQUEST
    }

    /**
     * An event, or the request that it all began with.
     *
     * @param id of the event or of the request
     * @param generation how many steps it is from the root
     * @param actor who acted; of a request who sent it
     * @param command which led to the event
     */
    record Node(
            String id,
            Kind kind,
            int generation,
            @Nullable Long position,
            @Nullable String type,
            @Nullable String entity,
            @Nullable String command,
            @Nullable String actor,
            @Nullable Instant recordedAt,
            @Nullable String correlationId) {

        static Node of(RecordedEvent event, int generation) {
            return new Node(
                    event.eventId(),
                    Kind.EVENT,
                    generation,
                    event.position(),
                    event.type(),
                    event.entity(),
                    event.command(),
                    event.actor(),
                    event.recordedAt(),
                    event.correlationId());
        }

        static Node request(String id, @Nullable String actor, @Nullable String correlationId) {
            return new Node(id, Kind.REQUEST, 0, null, null, null, null, actor, null, correlationId);
        }

        /** The lines that a picture of it has. */
        List<String> lines() {
            if (kind == Kind.REQUEST) {
                return List.of("request", id, "by " + (actor == null ? "somebody" : actor));
            }
            String by = command == null ? "" : command;
            return List.of(
                    position + " " + type, String.valueOf(entity), actor == null ? by : (by + " by " + actor).strip());
        }
    }

    /**
     * That one thing led to another.
     *
     * @param command by which
     */
    record Edge(String cause, String effect, @Nullable String command) {}
}
