package io.daybook.query.platform.list;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import io.daybook.testing.TestTokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportsIT extends QueryServiceScenario {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void comesBackFromCsvAsItWentIn() throws IOException, InterruptedException {
        String prefix = fresh("CSV");
        List<String> names = List.of(
                "PLAIN",
                "A, \"B\" AND 'C'",
                "=HYPERLINK(\"http://x\")",
                "-12.50",
                "@home",
                "É – ü",
                "two\u2028lines",
                "+44 1",
                "007");
        for (int i = 0; i < names.size(); i++) {
            String sku = prefix + "-" + i;
            log.append(
                    "product:" + sku, new ProductRegistered(sku, names.get(i), true, i % 2 == 0 ? null : "Odd, ones"));
        }
        log.append("product:" + prefix + "-0", new ProductWithdrawn(prefix + "-0", "-worn out"));
        awaitProjections();

        HttpResponse<String> answer = export("/products?skuPrefix=" + prefix, "text/csv");
        List<NamedCsvRecord> records =
                CsvReader.builder().ofNamedCsvRecord(answer.body()).stream().toList();

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"products.csv\"");
        assertThat(answer.headers().allValues("Vary")).anyMatch(header -> header.contains("Accept"));
        assertThat(records.getFirst().getHeader())
                .containsExactly("sku", "name", "stocked", "category", "withdrawn", "withdrawalReason");
        assertThat(records)
                .extracting(row -> row.getField("name"))
                .containsExactly(
                        "PLAIN",
                        "A, \"B\" AND 'C'",
                        "'=HYPERLINK(\"http://x\")",
                        "-12.50",
                        "'@home",
                        "É – ü",
                        "two\u2028lines",
                        "'+44 1",
                        "007");
        assertThat(records.get(0).getField("withdrawalReason")).isEqualTo("'-worn out");
        assertThat(records.get(0).getField("category")).isEmpty();
        assertThat(records.get(1).getField("category")).isEqualTo("Odd, ones");
    }

    @Test
    void hasNestedValuesAsJsonOrAsColumnsOfTheirOwn() throws IOException, InterruptedException {
        OrderEvents order =
                new OrderEvents(fresh("O"), fresh("C"), "France", "GBP", Instant.parse("2011-01-04T10:00:00Z"));
        happened(
                "order:" + order.orderId(),
                order.placed(line(1, "A", 1, "2.50"), line(2, "B", 2, "1")),
                order.confirmed(line(1, "A", 1, "2.50"), line(2, "B", 2, "1")),
                order.returned("R", line(1, "A", 1, "2.50"), line(2, "B", 1, "1")));

        String all = export("/returns?order=" + order.orderId(), "text/csv").body();
        String some = export("/returns?format=csv&fields=lines.sku,amount&order=" + order.orderId(), "*/*")
                .body();

        JsonNode lines = JSON.readTree(CsvReader.builder().ofNamedCsvRecord(all).stream()
                .findFirst()
                .orElseThrow()
                .getField("lines"));
        assertThat(lines.at("/1/sku").asString()).isEqualTo("B");
        assertThat(some).isEqualTo("lines.sku,amount\r\n\"[\"\"A\"\",\"\"B\"\"]\",3.50\r\n");
    }

    @Test
    void hasAHeaderAndNoRowsWhereThereAreNone() throws IOException, InterruptedException {
        assertThat(export("/stock?sku=NO-SUCH", "text/csv").body())
                .isEqualTo("sku,onHand,reserved,refusals,available\r\n");
        assertThat(export("/stock?sku=NO-SUCH", "application/x-ndjson").body()).isEmpty();
        assertThat(export("/sales?by=month,country&currency=ZZZ&fields=month,cancellations.amount", "text/csv")
                        .body())
                .isEqualTo("month,cancellations.amount\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/products, '', application/json",
        "/products, '*/*', application/json",
        "/products, 'text/csv;q=0.5, application/json', application/json",
        "/products?sku=NO, 'text/html, text/csv;q=0.5', text/csv;charset=UTF-8",
        "/products?sku=NO&format=ndjson, application/json, application/x-ndjson",
        "/products?format=json, text/csv, application/json"
    })
    void answersAsWhatIsAcceptedBest(String path, String accept, String type) throws IOException, InterruptedException {
        assertThat(export(path, accept).headers().firstValue("Content-Type")).hasValue(type);
    }

    @ParameterizedTest
    @CsvSource({
        "/products, text/html, 406",
        "/products?limit=5, text/csv, 400",
        "/products?format=csv&cursor=abc, text/csv, 400",
        "/products?fields=colour, text/csv, 400",
        "/products?colour=red, application/x-ndjson, 400"
    })
    void refusesAsAProblemWhateverIsAccepted(String path, String accept, int status)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = export(path, accept);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void showsOfASingleViewOnlyTheFieldsThatAreNamed() {
        OrderEvents order = new OrderEvents(fresh("O"), null, "France", "GBP", Instant.parse("2011-01-04T10:00:00Z"));
        happened("order:" + order.orderId(), order.placed(line(1, "A", 1, "2.50")));

        Answer some = get("/orders/" + order.orderId() + "?fields=orderId,lines.sku,fulfilment.step");
        Answer none = get("/orders/" + order.orderId() + "?fields=colour");

        assertThat(some.body())
                .hasToString("{\"orderId\":\"%s\",\"lines\":[{\"sku\":\"A\"}],\"fulfilment\":{\"step\":\"RESERVE\"}}"
                        .formatted(order.orderId()));
        assertThat(some.header("ETag")).isEqualTo("\"0\"");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body().at("/errors/0/problem").asString()).contains("placedAt", "lines.sku");
        assertThat(get("/sales/summary?currency=ZZZ&fields=revenue").body()).hasToString("{\"revenue\":\"0.00\"}");
    }

    private HttpResponse<String> export(String path, String accept) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + TestTokens.withAllScopes());
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
