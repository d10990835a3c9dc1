package io.daybook.query.event;

import io.daybook.query.event.CausationGraph.Edge;
import io.daybook.query.event.CausationGraph.Kind;
import io.daybook.query.event.CausationGraph.Node;
import java.util.Objects;
import java.util.stream.Stream;

/** A graph of causes in the DOT language of Graphviz. */
final class CausationDot {

    private CausationDot() {}

    static String of(CausationGraph graph) {
        StringBuilder dot = new StringBuilder("digraph causation {\n  rankdir=LR;\n  node [shape=box];\n");
        for (Node node : graph.nodes()) {
            dot.append("  ")
                    .append(quoted(node.id()))
                    .append(" [label=")
                    .append(quoted(String.join("\n", node.lines())))
                    .append(node.kind() == Kind.REQUEST ? ", shape=ellipse" : "")
                    .append(node.id().equals(graph.event()) ? ", style=bold" : "")
                    .append("];\n");
        }
        for (Edge edge : graph.edges()) {
            dot.append("  ")
                    .append(quoted(edge.cause()))
                    .append(" -> ")
                    .append(quoted(edge.effect()))
                    .append(";\n");
        }
        for (PriceWindow window : graph.windows()) {
            String id = quoted("window " + window.price());
            dot.append("  ")
                    .append(id)
                    .append(" [label=")
                    .append(quoted("sales of %s\n%s\n%s".formatted(window.sku(), window.from(), window.until())))
                    .append(", style=dashed];\n");
            Stream.of(window.firstEvent(), window.lastEvent())
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(edge -> dot.append("  ")
                            .append(quoted(edge))
                            .append(" -> ")
                            .append(id)
                            .append(" [style=dashed];\n"));
            dot.append("  ")
                    .append(id)
                    .append(" -> ")
                    .append(quoted(window.price()))
                    .append(" [style=dashed];\n");
        }
        return dot.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
