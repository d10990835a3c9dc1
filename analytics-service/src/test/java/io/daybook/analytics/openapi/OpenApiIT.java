package io.daybook.analytics.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.analytics.ShopTopics;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.apidescription.DescribedApi;
import io.daybook.apidescription.Example;
import io.daybook.testing.TestKafka;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The description is true: each of its operations, called as its example says, answers as its schema says. */
class OpenApiIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path state;

    private static ShopTopics shop;
    private static RunningService service;
    private static DescribedApi described;

    private final List<Example> examples = Example.all(JsonMapper.builder().build(), ApiConfiguration.class);

    @BeforeAll
    static void start() {
        shop = ShopTopics.create(BROKER);
        shop.register("Mugs", "MUG-1", "MUG-2", "MUG-3");
        for (int visit = 1; visit <= 3; visit++) {
            shop.viewAs("visit-" + visit, "CUSTOMER-" + visit, "MUG-1", "MUG-2");
            shop.sell("ORDER-" + visit, "CUSTOMER-" + visit, "MUG-1", "MUG-" + visit);
        }
        shop.publish("price:MUG-1", new ListPriceSet("MUG-1", new BigDecimal("2.55"), "GBP", ShopTopics.NOON));
        shop.flush();
        service = RunningService.start(
                BROKER,
                shop.events(),
                TestKafka.freshName("analytics"),
                state,
                "--daybook.analytics.pricing.enabled=true",
                "--daybook.analytics.windows.looks.from=activity",
                "--daybook.analytics.windows.looks.kind=tumbling",
                "--daybook.analytics.windows.looks.size=1h",
                "--daybook.analytics.windows.looks.key=sku",
                "--daybook.analytics.windows.looks.measure=views");
        described = new DescribedApi(service.get("/openapi").json());
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(service.get("/positions").text("/processors/0/lag")).isEqualTo("0");
            assertThat(service.get("/demand/products/MUG-1").text("/newest")).isNotEmpty();
            assertThat(service.get("/windows/configured/looks/results?key=MUG-1")
                            .json())
                    .isNotEmpty();
            assertThat(service.get("/recommendations/index").text("/lag")).isEqualTo("0");
            assertThat(service.get("/pricing/MUG-1").status()).isEqualTo(200);
        });
    }

    @AfterAll
    static void stop() {
        service.close();
        shop.close();
    }

    @Test
    void everyExampleSucceedsAndItsReplyIsAsDescribed() {
        examples.stream().filter(example -> !example.isStream()).forEach(OpenApiIT::assertSucceeds);
    }

    private static void assertSucceeds(Example example) {
        Reply reply = example.request() == null
                ? service.send(example.method(), example.path())
                : service.post(example.path(), example.request().toString());
        assertThat(reply.status()).as(example.operation() + ": " + reply.json()).isEqualTo(example.status());
        if (example.reply() != null) {
            described.assertIsReply(example, example.status(), "application/json", reply.json());
            assertThat(reply.json().isEmpty())
                    .as(example.operation())
                    .isEqualTo(example.reply().isEmpty());
        }
    }
}
