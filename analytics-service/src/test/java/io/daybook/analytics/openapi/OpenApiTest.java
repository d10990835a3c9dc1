package io.daybook.analytics.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.apidescription.DescribedApi;
import io.daybook.apidescription.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The description is whole and sound, and so are the pages of problems; there is no broker at all here. */
class OpenApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningService service;
    private static DescribedApi described;

    private final List<Example> examples = Example.all(JSON, ApiConfiguration.class);

    @BeforeAll
    static void start(@TempDir Path state) {
        service = RunningService.start(
                "127.0.0.1:1", "no-topic", "described", state, "--daybook.analytics.pricing.enabled=true");
        described = new DescribedApi(service.get("/openapi").json());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void hasAnExampleForEveryOperationAndNoOther() {
        described.assertHasExamplesOf(examples);
    }

    @Test
    void isOpenApi31WithSoundSchemas() {
        described.assertIsSound(examples.size());
    }

    @Test
    void saysWhatAnActivityMayBe() {
        assertThat(described.at("/components/schemas/VisitorActivity/oneOf")).hasSize(6);
        assertThat(described.at("/components/schemas/AddedToCart/required").toString())
                .isEqualTo("[\"quantity\",\"sessionId\",\"sku\",\"type\"]");
        assertThat(described
                        .operation("POST /activity")
                        .at("/security/0/bearer/0")
                        .asString())
                .isEqualTo("activity:write");
    }

    @Test
    void everyExampleFitsItsSchema() {
        examples.stream().filter(example -> !example.isStream()).forEach(described::assertFitsItself);
    }

    @Test
    void everyRefusalIsAProblemAsDescribed() {
        for (Example example : examples) {
            HttpResponse<String> refused = unauthenticated(example);
            assertThat(refused.statusCode()).as(example.operation()).isEqualTo(401);
            described.assertIsReply(example, 401, "application/problem+json", JSON.readTree(refused.body()));
        }
        Reply unfit = service.post("/activity", "{\"type\": \"Stared\"}");
        described.assertIsReply(example("POST /activity"), 400, "application/problem+json", unfit.json());
    }

    @Test
    void everyKindOfProblemThatItTellsHasAPage() {
        for (Reply refusal : List.of(
                service.post("/activity", "{\"type\": \"Stared\"}"),
                service.post("/activity", "["),
                service.get("/windows/configured/none/results"),
                service.get("/nothing"),
                service.get("/positions"),
                service.post("/activity", "{\"type\": \"Searched\", \"sessionId\": \"S\", \"text\": \"mug\"}"),
                service.get("/windows/top?limit=0"))) {
            assertThat(page(refusal.text("/type")))
                    .as(refusal.json().toString())
                    .contains("<code>" + refusal.text("/code") + "</code>, status " + refusal.status())
                    .contains("What to do");
        }
        assertThat(page("/problems")).contains("STORES_NOT_READY").contains("ACTIVITY_NOT_TAKEN");
    }

    private Example example(String operation) {
        return examples.stream()
                .filter(example -> example.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> unauthenticated(Example example) {
        return send(HttpRequest.newBuilder(service.at(example.path()))
                .header("Content-Type", "application/json")
                .method(example.method(), HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static String page(String path) {
        return send(HttpRequest.newBuilder(service.at(path)).build()).body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
