package io.daybook.query.event;

import io.daybook.api.InvalidValue;
import io.daybook.query.platform.audit.AuditRecord;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What led to an event and what it led to: as JSON, for Graphviz, or as a picture. */
@RestController
@ReadsFrom(EventIndexer.NAME)
@RequestMapping("/events/{event}/causation")
final class CausationController {

    private static final MediaType DOT = MediaType.parseMediaType("text/vnd.graphviz;charset=UTF-8");
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final int MOST_STEPS = 100;
    private static final int MOST_EVENTS = 2_000;

    private final EventLookup lookup;
    private final Causation causation;
    private final AuditRecord audit;

    CausationController(EventLookup lookup, Causation causation, AuditRecord audit) {
        this.lookup = lookup;
        this.causation = causation;
        this.audit = audit;
    }

    @GetMapping
    ResponseEntity<CausationGraph> graph(
            @PathVariable String event,
            @RequestParam(defaultValue = "20") int depth,
            @RequestParam(defaultValue = "500") int limit) {
        CausationGraph graph = found("JSON", event, depth, limit);
        return answer(MediaType.APPLICATION_JSON).body(graph);
    }

    @GetMapping(produces = "text/vnd.graphviz")
    ResponseEntity<String> dot(
            @PathVariable String event,
            @RequestParam(defaultValue = "20") int depth,
            @RequestParam(defaultValue = "500") int limit) {
        return answer(DOT).body(CausationDot.of(found("DOT", event, depth, limit)));
    }

    @GetMapping(produces = "image/svg+xml")
    ResponseEntity<byte[]> svg(
            @PathVariable String event,
            @RequestParam(defaultValue = "20") int depth,
            @RequestParam(defaultValue = "500") int limit) {
        String picture = CausationSvg.of(found("SVG", event, depth, limit));
        return answer(SVG).body(picture.getBytes(StandardCharsets.UTF_8));
    }

    private CausationGraph found(String format, String event, int depth, int limit) {
        require("depth", depth, MOST_STEPS);
        require("limit", limit, MOST_EVENTS);
        CausationGraph graph = causation.around(lookup.findOrThrow(event), depth, limit);
        audit.shown(
                format,
                graph.nodes().stream()
                        .filter(node -> node.kind() == CausationGraph.Kind.EVENT)
                        .count());
        return graph;
    }

    private static void require(String parameter, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidValue(parameter, "must be 1 to " + most);
        }
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
