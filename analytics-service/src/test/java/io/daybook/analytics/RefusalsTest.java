package io.daybook.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.analytics.RunningService.Reply;
import io.daybook.resourceserver.EndpointMatrix;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service says when it cannot answer; there is no broker at all here. */
class RefusalsTest {

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path state) {
        service = RunningService.start(
                "127.0.0.1:1",
                "no-topic",
                "refusals",
                state,
                "--daybook.analytics.windows.sessions.from=activity",
                "--daybook.analytics.windows.sessions.kind=session",
                "--daybook.analytics.windows.sessions.key=session",
                "--daybook.analytics.windows.sessions.measure=views",
                "--daybook.analytics.windows.sessions.gap=30m");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/windows/products/A?size=PT1H&until=2011-11-14T00:01:00Z, until",
        "/windows/products/A?from=2011-11-14&until=2011-11-15, size",
        "/windows/products/A?size=PT20M&from=2011-11-14&until=2011-11-15, size",
        "/windows/products/A?size=PT0S&from=2011-11-14&until=2011-11-15, size",
        "/windows/products/A?size=-PT1H&from=2011-11-14&until=2011-11-15, size",
        "/windows/products/A?size=PT999999999H&from=2011-11-14&until=2011-11-15, size",
        "/windows/products/A?size=hour&from=2011-11-14&until=2011-11-15, size",
        "/windows/products/A?size=PT1H&advance=PT1M&from=2011-11-14&until=2011-11-15, advance",
        "/windows/products/A?size=PT1H&from=2011-11-14T00:01:00Z&until=2011-11-15, from",
        "/windows/products/A?size=PT1H&from=2011-11-15&until=2011-11-14, from",
        "/windows/products/A?size=PT1H&from=tomorrow&until=2011-11-14, from",
        "/windows/products/A?size=PT15M&from=2011-01-01&until=2011-12-31, until",
        "/windows/products/A?size=PT15M&from=1900-01-01&until=9999-12-31, until",
        "/monitoring/measures/nonsense, name",
        "/monitoring/measures/orders?groupBy=shop, groupBy",
        "/monitoring/measures/price-moves?groupBy=country&group=France, groupBy",
        "/monitoring/measures/orders?groupBy=country, group",
        "/monitoring/measures/orders?group=France, group",
        "/monitoring/measures/orders?from=2026-01-01, until",
        "/monitoring/measures/orders?from=2026-01-01&until=2026-02-01, until",
        "/monitoring/measures/revenue?currency=pounds, currency",
        "/monitoring/measures/orders?currency=GBP, currency",
        "/monitoring/measures/orders?every=PT5M, every",
        "/monitoring/measures/orders?every=hourly, every",
        "/monitoring/measures/orders?every=PT1H&from=2025-01-01&until=2026-12-31, until",
        "/monitoring/measures/orders?from=2026-01-02&until=2026-01-01, until",
        "/monitoring/measures/orders?until=noon, until",
        "/windows/top?size=PT1M, size",
        "/windows/top?by=weight, by",
        "/windows/top?limit=0, limit",
        "/windows/top?limit=101, limit",
        "/windows/top?limit=ten, limit",
        "/windows/top?at=noon, at",
        "/windows/totals?from=2011-11-14T00:00:01Z, from",
        "/windows/totals?until=2011-11-14T00:00:01Z, until",
        "/windows/totals?from=2011-11-15&until=2011-11-14, from",
        "/demand/products/A?at=noon, at",
        "/demand/products/A/history?window=hour, window",
        "/demand/products/A/history?window=PT10S, window",
        "/demand/products/A/history?advance=PT0S, advance",
        "/demand/products/A/history?from=2011-11-15&until=2011-11-14, from",
        "/demand/products/A/history?window=PT1M&from=1900-01-01&until=9999-12-31, until",
        "/demand/movers?window=PT10S, window",
        "/demand/movers?against=PT10S, against",
        "/demand/movers?by=revenue, by",
        "/demand/movers?direction=sideways, direction",
        "/demand/movers?limit=201, limit",
        "/demand/movers?cursor=x, cursor",
        "/windows/configured/sessions/results?limit=0, limit",
        "/windows/configured/sessions/results?limit=1001, limit",
        "/windows/configured/sessions/results?from=never, from",
    })
    void namesTheFieldOfAnInvalidRequest(String path, String field) {
        Reply reply = service.get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertProblem(reply, "VALIDATION_FAILED", "/problems/validation-failed");
        assertThat(reply.text("/errors/0/field")).isEqualTo(field);
        assertThat(reply.text("/errors/0/problem")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|definition",
                "{'definition': {}}|kind",
                "{'definition': {'kind': 'GUESS'}}|definition.kind",
                "{'definition': {'kind': 0, 'measure': 'ORDERS'}}|definition.kind",
                "{'definition': {'kind': ['BAND']}}|definition.kind",
                "{'definition': {'kind': 'BAND'}}|measure",
                "{'definition': {'kind': 'BAND', 'measure': 'PROFIT'}}|definition.measure",
                "{'definition': {'kind': 'BAND', 'measure': 'REVENUE'}}|currency",
                "{'definition': {'kind': 'BAND', 'measure': 'PRICE_MOVES', 'groupBy': 'COUNTRY'}}|groupBy",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS', 'threshold': '1.5'}}|threshold",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS', 'threshold': 'high'}}|definition.threshold",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS', 'threshold': '1E+2000000000'}}|threshold",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS', 'quiet': 'a while'}}|definition.quiet",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS', 'quiet': '-PT1M'}}|quiet",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS', 'every': 'PT5M'}}|every",
                "{'definition': {'kind': 'SEQUENCE'}}|sequence",
                "{'definition': {'kind': 'SEQUENCE', 'sequence': {}}}|sequence.form",
                "{'definition': {'kind': 'SEQUENCE', 'sequence': {'form': 'REPEATED', 'first': []}}}|sequence.first",
                "{'definition': {'kind': 'SEQUENCE', 'sequence': {'form': 'REPEATED', 'first': [null]}}}|sequence.first[0]",
                "{'definition': {'kind': 'SEQUENCE', 'sequence': {'form': 'FOLLOWED', 'first': ['OrderPlaced'],"
                        + " 'second': [null], 'within': 'PT1M'}}}|sequence.second[0]",
                "{'definition': {'kind': 'SEQUENCE', 'sequence': {'form': 'REPEATED', 'first': ['OrderPlaced'],"
                        + " 'times': 2.5, 'within': 'PT1M'}}}|definition.sequence.times",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS'}, 'from': 'noon'}|from",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS'}, 'from': '-999999999-01-01T00:00:00Z'}|from",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS'}, 'until': '+10000-01-01T00:00:00Z'}|until",
                "{'definition': {'kind': 'BAND', 'measure': 'ORDERS'}, 'from': '2026-01-02T00:00:00Z',"
                        + " 'until': '2026-01-01T00:00:00Z'}|until"
            })
    void namesTheFieldOfABackTestThatIsNotFit(String body, String field) {
        Reply reply = service.post("/monitoring/backtest", body.replace('\'', '"'));

        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(400);
        assertProblem(reply, "VALIDATION_FAILED", "/problems/validation-failed");
        assertThat(reply.text("/errors/0/field")).isEqualTo(field);
        assertThat(reply.text("/errors/0/problem")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{\"", "[[["})
    void refusesABackTestThatIsNoObject(String body) {
        Reply reply = service.post("/monitoring/backtest", body);

        assertThat(reply.status()).isEqualTo(400);
        assertProblem(reply, "BAD_REQUEST", "/problems/bad-request");
    }

    @ParameterizedTest
    @CsvSource({
        "/windows/products/A?size=PT1H&from=2011-11-14&until=2011-11-15",
        "/windows/top",
        "/windows/totals",
        "/demand/products/A",
        "/demand/categories/Mugs",
        "/demand/countries/France",
        "/demand/products/A/history",
        "/demand/movers",
        "/windows/configured/sessions/results?key=S1",
        "/recommendations/next?sessionId=s",
        "/recommendations/customers/c",
        "/recommendations/also-bought/A",
        "/recommendations/trending",
        "/recommendations/policies",
        "/recommendations/index",
        "/positions"
    })
    void saysWhyTheStoresCannotBeAsked(String path) {
        Reply reply = service.get(path);

        assertThat(reply.status()).isEqualTo(503);
        assertProblem(reply, "STORES_NOT_READY", "/problems/stores-not-ready");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"/nothing/here", "/", "/windows", "/index.html"})
    void knowsNoOtherPath(String path) {
        Reply reply = service.get(path);

        assertThat(reply.status()).isEqualTo(403);
        assertProblem(reply, "FORBIDDEN", "/problems/forbidden");
    }

    @Test
    void refusesAnotherMethod() {
        Reply reply = service.send("DELETE", "/windows/totals");

        assertThat(reply.status()).isEqualTo(403);
        assertProblem(reply, "FORBIDDEN", "/problems/forbidden");
    }

    @TestFactory
    Stream<DynamicTest> opensEachEndpointForItsScopeAlone() {
        return new EndpointMatrix(service.context(), service.at("/")).tests();
    }

    @Test
    void doesNotStartWithAWindowThatCannotBeAndSaysWhy(@TempDir Path state) {
        assertThatThrownBy(() -> RunningService.start(
                        "127.0.0.1:1", "no-topic", "unfit", state, "--daybook.analytics.windows.mine.from=stock"))
                .hasStackTraceContaining(
                        "daybook.analytics.windows.mine.from must be sales, activity, events; not stock");
    }

    @Test
    void showsTheActuatorOnItsOwnPortOnly() {
        assertThat(service.get("/actuator/health").status()).isEqualTo(403);
        assertThat(service.actuator("/metrics").status()).isEqualTo(200);
        assertThat(service.actuator("/env").status()).isEqualTo(401);
    }

    @Test
    void refusesInJsonWhateverTheClientAccepts() {
        Reply reply = service.get("/windows/totals?from=never", "Accept", "text/html");

        assertThat(reply.status()).isEqualTo(400);
        assertProblem(reply, "VALIDATION_FAILED", "/problems/validation-failed");
    }

    @Test
    void keepsTheCorrelationIdOfTheRequest() {
        Reply reply = service.get("/nothing", "X-Correlation-Id", "order-import/17");

        assertThat(reply.header("X-Correlation-Id")).isEqualTo("order-import/17");
        assertThat(reply.text("/correlationId")).isEqualTo("order-import/17");
    }

    @Test
    void replacesACorrelationIdThatCouldForgeLogLines() {
        assertThat(service.get("/nothing", "X-Correlation-Id", "a b\"}").header("X-Correlation-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void isAliveAndNotReady() {
        assertThat(service.actuator("/health/liveness").status()).isEqualTo(200);
        Reply readiness = service.actuator("/health/readiness");

        assertThat(readiness.status()).isEqualTo(503);
        assertThat(readiness.text("/components/streams/details/reason")).isNotBlank();
    }

    private static void assertProblem(Reply reply, String code, String type) {
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text("/code")).isEqualTo(code);
        assertThat(reply.text("/type")).isEqualTo(type);
        assertThat(reply.text("/title")).isNotBlank();
        assertThat(reply.text("/detail")).isNotBlank();
        assertThat(reply.text("/status")).isEqualTo(Integer.toString(reply.status()));
        assertThat(reply.text("/correlationId")).isEqualTo(reply.header("X-Correlation-Id"));
    }
}
