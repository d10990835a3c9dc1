package io.daybook.query.event;

import io.daybook.query.event.CausationGraph.Edge;
import io.daybook.query.event.CausationGraph.Kind;
import io.daybook.query.event.CausationGraph.Node;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A graph of causes as a picture (SVG 1.1): a column for each generation, from left to right; a node beside its
 * effects, of which none crosses another's, as each has one cause. The windows of sales that prices were computed from
 * stand below, each under its price.
 */
final class CausationSvg {

    private static final int WIDTH = 260;
    private static final int HEIGHT = 62;
    private static final int GAP_ACROSS = 70;
    private static final int GAP_DOWN = 18;
    private static final int MARGIN = 20;
    private static final int LINE = 18;
    private static final int PADDING = 10;
    private static final int LONGEST_LINE = 38;

    private final CausationGraph graph;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> effects = new HashMap<>();
    private final Map<String, Integer> tops = new HashMap<>();
    private int nextTop = MARGIN;
    private int windowTop;

    private CausationSvg(CausationGraph graph) {
        this.graph = graph;
        graph.nodes().forEach(node -> nodes.put(node.id(), node));
        graph.edges()
                .forEach(edge -> effects.computeIfAbsent(edge.cause(), _ -> new ArrayList<>())
                        .add(edge.effect()));
    }

    static String of(CausationGraph graph) {
        CausationSvg picture = new CausationSvg(graph);
        picture.place();
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter svg = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            picture.draw(svg);
            svg.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Text can be written", impossible);
        }
        return text.toString();
    }

    /** The last generation from above to below; each before it in the middle of its effects. */
    private void place() {
        List<Node> backwards = inOrder(graph.root());
        for (Node node : backwards.reversed()) {
            List<String> below = effects.getOrDefault(node.id(), List.of());
            if (!below.isEmpty()) {
                tops.put(node.id(), (top(below.getFirst()) + top(below.getLast())) / 2);
            }
        }
    }

    /** The nodes, each before its effects; those without any get their places. */
    private List<Node> inOrder(String root) {
        List<Node> order = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            String id = open.removeLast();
            Node node = nodes.get(id);
            if (node == null) {
                continue;
            }
            order.add(node);
            List<String> below = effects.getOrDefault(id, List.of());
            open.addAll(below.reversed());
            if (below.isEmpty()) {
                tops.put(id, nextTop);
                nextTop += HEIGHT + GAP_DOWN;
            }
        }
        return order;
    }

    private int top(String id) {
        return tops.getOrDefault(id, MARGIN);
    }

    private static int left(Node node) {
        return MARGIN + node.generation() * (WIDTH + GAP_ACROSS);
    }

    private void draw(XMLStreamWriter svg) throws XMLStreamException {
        int last = nodes.values().stream().mapToInt(Node::generation).max().orElse(0);
        int width = 2 * MARGIN + (last + 1) * WIDTH + last * GAP_ACROSS;
        windowTop = nextTop;
        int height = nextTop + graph.windows().size() * (HEIGHT + GAP_DOWN) - GAP_DOWN + MARGIN;
        svg.writeStartElement("svg");
        svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
        attributes(svg, "width", width, "height", height, "viewBox", "0 0 " + width + " " + height);
        attributes(svg, "font-family", "sans-serif", "font-size", 12);
        for (Edge edge : graph.edges()) {
            line(svg, edge);
        }
        for (Node node : nodes.values()) {
            box(svg, node);
        }
        for (PriceWindow window : graph.windows()) {
            window(svg, window);
        }
        svg.writeEndElement();
    }

    /** Dashed, as it is no cause that was recorded: a line leads round the column's other boxes up to its price. */
    private void window(XMLStreamWriter svg, PriceWindow window) throws XMLStreamException {
        Node price = nodes.get(window.price());
        if (price == null) {
            return;
        }
        int left = left(price);
        int startY = windowTop + HEIGHT / 2;
        int endY = top(price.id()) + HEIGHT - PADDING;
        int aside = left - GAP_ACROSS / 2;
        svg.writeEmptyElement("path");
        attributes(
                svg, "d", "M%d,%d C%d,%d %d,%d %d,%d".formatted(left, startY, aside, startY, aside, endY, left, endY));
        attributes(svg, "fill", "none", "stroke", "#888888", "stroke-dasharray", "5 4");
        svg.writeStartElement("g");
        title(svg, "from position %d to %d".formatted(window.firstPosition(), window.lastPosition()));
        svg.writeEmptyElement("rect");
        attributes(svg, "x", left, "y", windowTop, "width", WIDTH, "height", HEIGHT, "rx", 4);
        attributes(svg, "fill", "#ffffff", "stroke", "#333333", "stroke-dasharray", "5 4");
        texts(
                svg,
                left + PADDING,
                windowTop,
                List.of("sales of " + window.sku(), "from " + window.from(), "until " + window.until()));
        svg.writeEndElement();
        windowTop += HEIGHT + GAP_DOWN;
    }

    private void line(XMLStreamWriter svg, Edge edge) throws XMLStreamException {
        Node cause = nodes.get(edge.cause());
        Node effect = nodes.get(edge.effect());
        if (cause == null || effect == null) {
            return;
        }
        int startX = left(cause) + WIDTH;
        int startY = top(cause.id()) + HEIGHT / 2;
        int endX = left(effect);
        int endY = top(effect.id()) + HEIGHT / 2;
        int middle = (startX + endX) / 2;
        svg.writeEmptyElement("path");
        attributes(
                svg,
                "d",
                "M%d,%d C%d,%d %d,%d %d,%d".formatted(startX, startY, middle, startY, middle, endY, endX, endY));
        attributes(svg, "fill", "none", "stroke", "#888888");
    }

    private void box(XMLStreamWriter svg, Node node) throws XMLStreamException {
        int left = left(node);
        int top = top(node.id());
        svg.writeStartElement("g");
        title(svg, String.join("\n", node.lines()) + "\n" + node.id());
        svg.writeEmptyElement("rect");
        attributes(svg, "x", left, "y", top, "width", WIDTH, "height", HEIGHT);
        attributes(svg, "rx", node.kind() == Kind.REQUEST ? HEIGHT / 2 : 4, "fill", "#ffffff", "stroke", "#333333");
        attributes(svg, "stroke-width", node.id().equals(graph.event()) ? 3 : 1);
        texts(svg, left + PADDING, top, node.lines());
        svg.writeEndElement();
    }

    private static void title(XMLStreamWriter svg, String text) throws XMLStreamException {
        svg.writeStartElement("title");
        svg.writeCharacters(fit(text));
        svg.writeEndElement();
    }

    private static void texts(XMLStreamWriter svg, int left, int top, List<String> lines) throws XMLStreamException {
        int baseline = top + LINE;
        for (String line : lines) {
            svg.writeStartElement("text");
            attributes(svg, "x", left, "y", baseline);
            svg.writeCharacters(shortened(fit(line)));
            svg.writeEndElement();
            baseline += LINE;
        }
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }

    /** Without what XML 1.0 cannot hold. */
    private static String fit(String text) {
        return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    private static void attributes(XMLStreamWriter svg, Object... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            svg.writeAttribute(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
    }
}
