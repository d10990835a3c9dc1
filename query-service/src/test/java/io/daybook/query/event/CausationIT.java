package io.daybook.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceInput;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import io.daybook.testing.TestTokens;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** An order that is placed by a request, reserved line by line and confirmed by an automation. */
class CausationIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");
    private static final String AUTOMATION = "WhenOrderPlacedReserveStock";

    private final String request = fresh("request");
    private final String sku = fresh("SKU");
    private final OrderEvents order = new OrderEvents(fresh("O"), null, "France", "GBP", NOW);
    private String placed = "";
    private String first = "";
    private String second = "";
    private String confirmed = "";
    private String later = "";

    @BeforeEach
    void theOrderIsFulfilled() {
        var line = OrderEvents.line(1, sku, 2, "2.55");
        placed = log.append("order:" + order.orderId(), metadata("shop", request, "PlaceOrder"), order.placed(line));
        first = reserve(sku + "-1");
        second = reserve(sku + "-2");
        confirmed = log.append(
                "order:" + order.orderId(), metadata(AUTOMATION, placed, "ConfirmOrder"), order.confirmed(line));
        later = log.append(
                "stock:" + sku + "-1",
                metadata("WhenOrderConfirmed<&>\"", confirmed, "ReserveStock"),
                new StockReserved(sku + "-1", order.orderId() + "/9", 1));
    }

    private String reserve(String of) {
        return log.append(
                "stock:" + of,
                metadata(AUTOMATION, placed, "ReserveStock"),
                new StockReserved(of, order.orderId() + "/1", 2));
    }

    private Map<String, String> metadata(String actor, String cause, String command) {
        return Map.of("actor", actor, "correlationId", request, "causationId", cause, "command", command);
    }

    private JsonNode graph(String path) {
        Answer answer = getWith("/events/" + path, "Min-Position", Long.toString(log.head()));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> ids(JsonNode graph) {
        return graph.path("nodes").values().stream()
                .map(node -> node.path("id").asString())
                .toList();
    }

    private static List<String> edges(JsonNode graph) {
        return graph.path("edges").values().stream()
                .map(edge -> edge.path("cause").asString() + ">"
                        + edge.path("effect").asString())
                .toList();
    }

    @Test
    void leadsFromAnEventToAllThatCameOfItAndToTheRequestThatItBeganWith() {
        JsonNode graph = graph(placed + "/causation");

        assertThat(graph.path("root").asString()).isEqualTo(request);
        assertThat(ids(graph)).containsExactly(request, placed, first, second, confirmed, later);
        assertThat(edges(graph))
                .containsExactlyInAnyOrder(
                        request + ">" + placed,
                        placed + ">" + first,
                        placed + ">" + second,
                        placed + ">" + confirmed,
                        confirmed + ">" + later);
        assertThat(graph.path("truncated").asBoolean()).isFalse();
        JsonNode began = graph.path("nodes").path(0);
        assertThat(began.path("kind").asString()).isEqualTo("REQUEST");
        assertThat(began.path("actor").asString()).isEqualTo("shop");
        JsonNode reserved = graph.path("nodes").path(2);
        assertThat(reserved.path("command").asString()).isEqualTo("ReserveStock");
        assertThat(reserved.path("actor").asString()).isEqualTo(AUTOMATION);
        assertThat(reserved.path("generation").asInt()).isEqualTo(2);
    }

    @Test
    void leadsFromTheLastEventBackToTheFirst() {
        JsonNode graph = graph(later + "/causation");

        assertThat(ids(graph)).containsExactly(request, placed, confirmed, later);
        assertThat(graph.path("event").asString()).isEqualTo(later);
        assertThat(graph.path("truncated").asBoolean()).isFalse();
    }

    @Test
    void saysWhereItShowsNotAll() {
        JsonNode shallow = graph(placed + "/causation?depth=1");
        assertThat(ids(shallow)).containsExactly(request, placed, first, second, confirmed);
        assertThat(shallow.path("truncated").asBoolean()).isTrue();

        JsonNode deep = graph(placed + "/causation?depth=2");
        assertThat(ids(deep)).contains(later);
        assertThat(deep.path("truncated").asBoolean()).isFalse();

        JsonNode few = graph(placed + "/causation?limit=3");
        assertThat(ids(few)).containsExactly(request, placed, first, second);
        assertThat(few.path("truncated").asBoolean()).isTrue();

        JsonNode exact = graph(placed + "/causation?limit=5");
        assertThat(ids(exact)).hasSize(6);
        assertThat(exact.path("truncated").asBoolean()).isFalse();

        JsonNode low = graph(later + "/causation?depth=1");
        assertThat(ids(low)).containsExactly(confirmed, later);
        assertThat(low.path("truncated").asBoolean()).isTrue();
    }

    @Test
    void isDrawnForGraphvizAndAsAPicture() throws Exception {
        graph(placed + "/causation");
        String path = "/events/" + placed + "/causation";

        HttpResponse<String> dot = ask(path, "text/vnd.graphviz");
        assertThat(dot.headers().firstValue("Content-Type").orElse("")).startsWith("text/vnd.graphviz");
        assertThat(dot.body())
                .startsWith("digraph")
                .contains('"' + placed + "\" -> \"" + first + '"')
                .contains("by WhenOrderConfirmed<&>\\\"");

        HttpResponse<String> svg = ask(path, "image/svg+xml");
        assertThat(svg.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        Document picture = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(6);
        assertThat(picture.getElementsByTagName("path").getLength()).isEqualTo(5);
        assertThat(picture.getDocumentElement().getTextContent()).contains("WhenOrderConfirmed<&>\"");
    }

    private HttpResponse<String> ask(String path, String accept) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(at(path))
                            .header("Accept", accept)
                            .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"depth=0", "depth=101", "limit=0", "limit=2001", "depth=x"})
    void refusesWhatIsNotFit(String parameter) {
        Answer refused = get("/events/" + placed + "/causation?" + parameter);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo(parameter.substring(0, 5));
    }

    @Test
    void knowsNoEventThatIsNotThere() {
        assertThat(get("/events/nonsense/causation").text("code")).isEqualTo("EVENT_UNKNOWN");
    }

    @Test
    void showsTheWindowOfSalesThatMovedAPrice() throws Exception {
        long sale = log.head() - 1;
        String moved = log.append(
                "price:" + sku,
                metadata("analytics", confirmed, "ProposePrice"),
                new PriceChanged(
                        sku,
                        "engine-1",
                        new BigDecimal("2.45"),
                        "GBP",
                        NOW,
                        null,
                        new PriceExplanation(
                                new BigDecimal("2.45"),
                                new BigDecimal("2.55"),
                                List.of(),
                                null,
                                0L,
                                0,
                                "daybook engine pricing-2",
                                List.of(
                                        new PriceInput("decision.by", "2.45 0.04 2.1 0.3"),
                                        new PriceInput("positions", "1 " + sale),
                                        new PriceInput("sku", sku),
                                        new PriceInput("version", "pricing-2"),
                                        new PriceInput("window", "2011-06-14T08:30:00Z 2011-06-14T09:30:00Z 1.0 2.0")),
                                NOW)));

        JsonNode window = graph(moved + "/causation").path("windows").path(0);
        assertThat(window.path("price").asString()).isEqualTo(moved);
        assertThat(window.path("sku").asString()).isEqualTo(sku);
        assertThat(window.path("from").asString()).isEqualTo("2011-06-14T08:30:00Z");
        assertThat(window.path("elasticityError").asDouble()).isEqualTo(0.3);
        assertThat(window.path("lastEvent").asString()).isEqualTo(confirmed);
        assertThat(ask("/events/" + moved + "/causation", "image/svg+xml").body())
                .contains(">sales of " + sku + "<", ">from 2011-06-14T08:30:00Z<", ">until 2011-06-14T09:30:00Z<");
        // the same from the sale that led to it, and nothing from what is no price
        assertThat(graph(confirmed + "/causation").path("windows").size()).isEqualTo(1);
        assertThat(graph(later + "/causation").path("windows").size()).isEqualTo(0);
        assertThat(graph(first + "/causation").path("windows").size()).isEqualTo(0);
    }
}
