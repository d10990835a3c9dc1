package io.daybook.query.platform.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.query.QueryServiceScenario;
import io.daybook.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Lists of a hundred thousand rows, written past the projections into a database of their own. */
@TestPropertySource(properties = "spring.application.name=many-rows")
@DirtiesContext
@Import(ManyRowsIT.Answers.class)
class ManyRowsIT extends QueryServiceScenario {

    private static final int ROWS = 100_000;

    /** Far less than the rows take, which are more than a kilobyte each. */
    private static final long LITTLE = 60L << 20;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static boolean filled;

    @Autowired
    private Answers answers;

    /** Sees what was asked of a list before it is answered. */
    @RestControllerAdvice
    static final class Answers implements ResponseBodyAdvice<Object> {

        private final AtomicReference<@Nullable Listed<?>> last = new AtomicReference<>();

        @Override
        public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
            return converter == ListedConverter.class;
        }

        @Override
        public @Nullable Object beforeBodyWrite(
                @Nullable Object body,
                MethodParameter returned,
                MediaType mediaType,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            last.set((Listed<?>) body);
            return body;
        }
    }

    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO customer_order
                        SELECT 'O' || lpad(i::text, 6, '0'), 'C' || i % 1000, CASE i % 20 WHEN 0 THEN 'France' ELSE 'Spain' END,
                               'GBP', timestamptz '2011-01-01 00:00Z' + i % 50000 * interval '1 minute', 'ON_ACCOUNT', 'CONFIRMED',
                               1, 1, i % 977, 0, 0, 0, null, null, null, repeat(md5(i::text), 32), i, 0, 1, i, 0
                        FROM generate_series(1, :rows) i""").param("rows", ROWS).update();
        jdbc.sql("""
                        INSERT INTO product
                        SELECT 'P' || i, md5(i::text) || ' ' || CASE i % 1000 WHEN 0 THEN 'CREAM MUG' ELSE 'TIN' END, true,
                               'Category ' || i % 50, false, null, i, 0, 1, i, 0
                        FROM generate_series(1, :rows) i""").param("rows", ROWS).update();
        jdbc.sql("""
                        INSERT INTO customer_order SELECT 'B' || i, null, 'Brokenland', 'GBP',
                               timestamptz '2012-01-01 00:00Z' + i * interval '1 second', 'ON_ACCOUNT',
                               CASE i WHEN 1 THEN 'NO SUCH STATUS' ELSE 'PLACED' END, 1, 2, 1, 0, 0, 0,
                               null, null, null, repeat('x', 100), i, 0, 1, i, 0
                        FROM generate_series(1, 5000) i""").update();
        jdbc.sql("ANALYZE customer_order, product").update();
        filled = true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "/orders?country=France",
                "/orders?country=France&status=CONFIRMED",
                "/orders?customer=C7",
                "/customers/C7/orders",
                "/orders?sort=amount",
                "/orders?sort=-amount",
                "/orders?sort=placedAt",
                "/orders?sort=-placedAt,-orderId",
                "/orders?placedFrom=2011-01-20T00:00:00Z&placedUntil=2011-01-20T02:00:00Z",
                "/orders?orderPrefix=O00012",
                "/products",
                "/products?sort=-sku",
                "/products?sort=name",
                "/products?skuPrefix=P77",
                "/products?category=Category+7",
                "/products?q=cream+mug",
                "/products?q=creme+mugg"
            })
    void readsPagesByAnIndex(String path) {
        // the second page is the harder one
        String next = get(path).text("next");
        String second = path + (path.contains("?") ? "&" : "?") + (next.isEmpty() ? "" : "cursor=" + next);

        assertThat(plan(second)).contains("Index").doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/orders", "/orders?sort=amount", "/orders?country=France", "/products", "/products?sort=-name"})
    void sortsNothingThatAnIndexHasInOrder(String path) {
        assertThat(plan(path + (path.contains("?") ? "&" : "?") + "cursor="
                        + get(path).text("next")))
                .doesNotContain("\"Sort\"");
    }

    @Test
    void wouldSeeAPlanThatReadsAndSortsAll() {
        assertThat(plan("/orders?sort=units")).contains("Seq Scan", "\"Sort\"");
    }

    private String plan(String path) {
        assertThat(get(path).status()).isEqualTo(200);
        Listed<?> listed = Objects.requireNonNull(answers.last.get());
        return String.valueOf(jdbc.sql("EXPLAIN (FORMAT JSON) " + listed.sql())
                .params(listed.values())
                .query((row, _) -> row.getString(1))
                .single());
    }

    @Test
    void sendsEveryRowInTheirOrder() throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                request("/products?sort=-sku&fields=sku,name", "application/x-ndjson"), BodyHandlers.ofString());

        List<String> lines = answer.body().lines().toList();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"products.ndjson\"");
        assertThat(lines).hasSize(ROWS).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(lines.getFirst()).startsWith("{\"sku\":\"P99999\",\"name\":\"");
    }

    @Test
    void holdsFewRowsHoweverManyThereAre() throws IOException, InterruptedException {
        long before = used();
        HttpResponse<InputStream> answer =
                CLIENT.send(request("/orders?format=ndjson&country=Spain", "*/*"), BodyHandlers.ofInputStream());
        List<String> first = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        try (reader) {
            for (int i = 0; i < 10; i++) {
                first.add(String.valueOf(reader.readLine()));
            }

            // between two portions of the rows it waits for the client, once the buffers on the way are full
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(readingSessions())
                            .as("the rows are not all read")
                            .isEqualTo(1));
            assertThat(used() - before).isLessThan(LITTLE);
        }

        assertThat(first).allMatch(line -> line.startsWith("{\"orderId\":\"O"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(readingSessions())
                        .as("ended when nobody reads any more")
                        .isZero());
    }

    @Test
    void cutsTheConnectionWhenItFailsOnItsWay() {
        assertThatThrownBy(() ->
                        CLIENT.send(request("/orders?country=Brokenland&format=csv", "*/*"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void tellsOfAFailureBeforeTheFirstRowAsAProblem() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                CLIENT.send(request("/orders?country=Brokenland&sort=placedAt", "text/csv"), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void refusesMoreExportsThanItHasPlacesFor() throws IOException, InterruptedException {
        List<HttpResponse<InputStream>> reading = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            reading.add(
                    CLIENT.send(request("/orders?country=Spain&format=ndjson", "*/*"), BodyHandlers.ofInputStream()));
        }

        Answer refused = get("/orders?country=Spain&format=ndjson");
        for (HttpResponse<InputStream> answer : reading) {
            answer.body().close();
        }

        assertThat(refused.status()).isEqualTo(503);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(readingSessions()).isZero());
        assertThat(CLIENT.send(request("/sales?by=day&format=csv", "*/*"), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpRequest request(String path, String accept) {
        return HttpRequest.newBuilder(at(path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", accept)
                .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                .build();
    }

    private long readingSessions() {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                        AND state LIKE 'idle in transaction%' AND query LIKE '%ORDER BY%'""").query(Long.class).single();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
