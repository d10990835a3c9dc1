package io.daybook.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.customer.PersonalData;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.Sealing;
import io.daybook.testing.TestTokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventsIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private Sealing sealing;

    private final String sku = fresh("SKU");

    private Answer ask(String filters) {
        Answer answer = getWith("/events?" + filters, "Min-Position", Long.toString(log.head()));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    private List<Long> found(String filters) {
        return positions(ask(filters).body().path("items").values().stream().toList());
    }

    private static List<Long> positions(List<JsonNode> events) {
        return events.stream().map(event -> event.path("position").asLong()).toList();
    }

    private long append(String aggregateId, Map<String, ?> metadata, Object event) {
        log.append(aggregateId, metadata, event);
        return log.head();
    }

    @Test
    void findsAnEventByEachThingThatItIsAbout() {
        String actor = fresh("till");
        String correlation = fresh("request");
        String word = fresh("w").replace('-', 'x');
        OrderEvents order = new OrderEvents(fresh("O"), null, "France", "GBP", NOW);
        long placed = append(
                "order:" + order.orderId(),
                Map.of(
                        "actor",
                        actor,
                        "correlationId",
                        correlation,
                        "causationId",
                        correlation,
                        "command",
                        "PlaceOrder"),
                order.placed(OrderEvents.line(1, sku, 2, "2.55"), OrderEvents.line(2, "MUG-" + word, 7, "0.10")));
        long other =
                append("product:" + sku, Map.of("actor", actor), new ProductRegistered(sku, "A THING", true, null));

        assertThat(found("entity=order:" + order.orderId())).containsExactly(placed);
        assertThat(found("actor=" + actor)).containsExactly(other, placed);
        assertThat(found("actor=" + actor + "&type=OrderPlaced")).containsExactly(placed);
        assertThat(found("actor=" + actor + "&type=OrderPlaced&type=ProductRegistered"))
                .containsExactly(other, placed);
        assertThat(found("actor=" + actor + "&type=io.daybook.api.order.event.OrderPlaced"))
                .containsExactly(placed);
        assertThat(found("actor=" + actor + "&entityType=product")).containsExactly(other);
        assertThat(found("actor=" + actor + "&entityType=stock")).isEmpty();
        assertThat(found("correlationId=" + correlation)).containsExactly(placed);
        assertThat(found("causationId=" + correlation)).containsExactly(placed);
        assertThat(found("command=PlaceOrder&correlationId=" + correlation)).containsExactly(placed);
        assertThat(found("payload.lines.sku=" + sku)).containsExactly(placed);
        assertThat(found("payload.sku=" + sku)).containsExactly(other);
        assertThat(found("payload.lines.quantity=7&payload.lines.sku=" + sku)).containsExactly(placed);
        assertThat(found("payload.lines.quantity=8&payload.lines.sku=" + sku)).isEmpty();
        assertThat(found("q=" + word.toUpperCase(Locale.ROOT))).containsExactly(placed);
        assertThat(found("q=" + encoded("france mug " + word))).containsExactly(placed);
        assertThat(found("q=" + encoded("spain " + word))).isEmpty();
        assertThat(found("q=" + word + "&after=" + placed)).isEmpty();
        assertThat(found("q=" + word + "&after=" + (placed - 1) + "&until=" + placed))
                .containsExactly(placed);
        assertThat(found("q=" + word + "&until=" + (placed - 1))).isEmpty();
    }

    @Test
    void showsAnEventAsItIsStoredWithWhatLedToIt() {
        String request = fresh("request");
        String id = log.append(
                "product:" + sku,
                Map.of(
                        "actor",
                        "till-7",
                        "correlationId",
                        request,
                        "causationId",
                        request,
                        "command",
                        "RegisterProduct"),
                new ProductRegistered(sku, "A \"THING\"", true, null));
        long position = log.head();

        Answer byId = get("/events/" + id);
        Answer byPosition = get("/events/" + position);

        assertThat(byId.body()).isEqualTo(byPosition.body());
        assertThat(byId.text("type")).isEqualTo("ProductRegistered");
        assertThat(byId.text("entity")).isEqualTo("product:" + sku);
        assertThat(byId.text("entityType")).isEqualTo("product");
        assertThat(byId.body().path("sequence").asLong()).isZero();
        assertThat(byId.text("actor")).isEqualTo("till-7");
        assertThat(byId.text("command")).isEqualTo("RegisterProduct");
        assertThat(byId.text("correlationId")).isEqualTo(request);
        String stored = jdbc.sql("SELECT convert_from(payload, 'UTF8') FROM events.event WHERE position = ?")
                .param(position)
                .query(String.class)
                .single();
        assertThat(byId.body().path("payload")).hasToString(stored);
        assertThat(get("/events/" + (position + 1_000_000)).text("code")).isEqualTo("EVENT_UNKNOWN");
        assertThat(get("/events/nonsense").status()).isEqualTo(404);
    }

    @Test
    void goesFromPageToPageInEitherOrder() {
        for (int i = 0; i < 7; i++) {
            log.append("stock:" + sku, new StockReceived(sku, "R-" + i, 1, "DELIVERY", NOW));
        }
        long head = log.head();
        List<Long> inOrder = LongStream.rangeClosed(head - 6, head).boxed().toList();
        ask("limit=1");

        for (String filter : List.of("payload.sku=" + sku, "after=" + (head - 7) + "&until=" + head)) {
            assertThat(positions(pages("/events?limit=3&sort=position&" + filter)))
                    .isEqualTo(inOrder);
            assertThat(positions(pages("/events?limit=3&" + filter))).isEqualTo(inOrder.reversed());
            assertThat(positions(pages("/events?limit=7&" + filter))).isEqualTo(inOrder.reversed());
        }
    }

    @Test
    void keepsToTimesExactly() {
        log.append("product:" + sku, new ProductRegistered(sku, "A THING", true, null));
        long position = log.head();
        Instant at = Instant.parse(get("/events/" + position).text("recordedAt"));
        String filter = "entity=product:" + sku;

        assertThat(found(filter + "&from=" + at + "&to=" + at.plusNanos(1_000))).containsExactly(position);
        assertThat(found(filter + "&from=" + at.plusNanos(1_000))).isEmpty();
        assertThat(found(filter + "&to=" + at)).isEmpty();
        assertThat(found("from=" + at + "&to=" + at.plusNanos(1_000))).contains(position);
    }

    @Test
    void answersAsFreshAsIsAskedForAndSaysHowFreshItIs() {
        for (int i = 0; i < 20; i++) {
            log.append("stock:" + sku, new StockReceived(sku, "R-" + i, 1, "DELIVERY", NOW));
            Answer answer = ask("limit=1&entity=stock:" + sku);
            assertThat(answer.body().path("items").path(0).path("position").asLong())
                    .isEqualTo(log.head());
            assertThat(Long.parseLong(answer.header("Event-Position"))).isGreaterThanOrEqualTo(log.head());
            assertThat(answer.header("Staleness-Ms")).isNotEmpty();
        }
        assertThat(getWith("/events", "Min-Position", Long.toString(log.head() + 1_000_000))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void showsNothingBeyondThePositionThatItIsAskedAsOf() {
        log.append("stock:" + sku, new StockReceived(sku, "R-1", 1, "DELIVERY", NOW));
        long then = log.head();
        log.append("stock:" + sku, new StockReceived(sku, "R-2", 1, "DELIVERY", NOW));
        awaitProjections();
        ask("limit=1");

        Answer answer = getWith("/events?entity=stock:" + sku, "As-Of", Long.toString(then));

        assertThat(positions(answer.body().path("items").values().stream().toList()))
                .containsExactly(then);
        assertThat(getWith("/events/" + (then + 1), "As-Of", Long.toString(then))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void exportsEveryEventThatIsWanted() throws IOException, InterruptedException {
        var batch = log.batch();
        for (int i = 0; i < 5_000; i++) {
            batch.add("stock:" + sku, new StockReceived(sku, "R-" + i, 1, "DELIVERY", NOW));
            if (batch.size() == 500) {
                batch.append();
            }
        }
        long head = log.head();
        ask("limit=1");

        for (String filter : List.of("payload.sku=" + sku, "after=" + (head - 5_000) + "&until=" + head)) {
            HttpResponse<String> answer = export("/events?sort=position&" + filter);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
            assertThat(answer.headers().firstValue("Event-Position")).isPresent();
            assertThat(answer.body()
                            .lines()
                            .map(JSON::readTree)
                            .map(event -> event.path("position").asLong()))
                    .isEqualTo(
                            LongStream.rangeClosed(head - 4_999, head).boxed().toList());
        }
        assertThat(export("/events?payload.sku=" + fresh("NONE")).body()).isEmpty();
    }

    private HttpResponse<String> export(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(at(path))
                        .header("Accept", "application/x-ndjson")
                        .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void holdsNoPersonalData() {
        String customer = fresh("C");
        String name = fresh("Ann").replace('-', 'x');
        log.append(
                "customer:" + customer,
                sealing.registered(customer, new PersonalData(name, name + "@example.com", null)));

        assertThat(found("entity=customer:" + customer)).containsExactly(log.head());
        assertThat(found("q=" + name)).isEmpty();
        assertThat(ask("entity=customer:" + customer).body().toString()).doesNotContain(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=OrderPlaecd|type|OrderPlaced",
                "entityType=orders|entityType|order, price",
                "from=yesterday|from|2011-11-14T09:26:00Z",
                "to=2011|to|2011-11-14T09:26:00Z",
                "after=-1|after|whole number",
                "until=x|until|whole number",
                "cursor=x|cursor|whole number",
                "limit=0|limit|1 to 200",
                "limit=201|limit|1 to 200",
                "sort=time|sort|-position",
                "actors=x|actors|correlationId",
                "payload=x|payload|payload.<field>",
                "payload.=x|payload.|payload.<field>",
                "q=--|q|words",
                "fields=type|fields|whole",
                "format=csv|format|ndjson",
                "format=ndjson&limit=3|limit|export",
                "actor=a&sort=position&sort=-position|sort|once"
            })
    void refusesWhatIsNotFitAndSaysWhatWouldBe(String filter, String field, String hint) {
        Answer refused = get("/events?" + filter);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("code")).isEqualTo("INVALID_VALUE");
        JsonNode error = refused.body().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("problem").asString()).contains(hint);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
