package io.daybook.analytics.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.analytics.platform.courier.StandIn;
import io.daybook.analytics.pricing.kernel.DemandTuning;
import io.daybook.analytics.pricing.kernel.DeskSettings;
import io.daybook.analytics.pricing.kernel.PricingReceipt;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.testing.TestKafka;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Live prices on a real broker: decisions, what is proposed of them, and that a replay of the events gives the same.
 */
class PricingIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DeskSettings HOURLY =
            new DeskSettings(Duration.ofHours(1), Duration.ofHours(1), DemandTuning.STANDARD);

    private static final PricedShop SHOP = new PricedShop(BROKER);
    private static final StandIn COMMANDS = new StandIn();

    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        List<String> arguments = new ArrayList<>(COMMANDS.arguments(folder));
        arguments.add("--daybook.analytics.pricing.enabled=true");
        arguments.add("--daybook.analytics.pricing.receipts=100");
        service = RunningService.start(
                BROKER, SHOP.topic(), SHOP.topic(), folder.resolve("state"), arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
        COMMANDS.close();
        SHOP.close();
    }

    @Test
    void decidesLiveAsInAReplayAndProposesWhatItMay() {
        SHOP.offer("MUG", "AUTOMATIC");
        SHOP.offer("CUP", "PROPOSE");
        SHOP.offer("JUG", "SHADOW");
        SHOP.offer("POT", "OFF");
        String mugId = sellForHours("MUG", "CUP", "JUG", "POT");
        SHOP.flush();
        awaitApplied();
        await().atMost(PATIENCE)
                .until(() -> !proposals("MUG").isEmpty() && !proposals("CUP").isEmpty());

        StandIn.Request first = proposals("MUG").getFirst();
        JsonNode proposal = JSON.readTree(first.body());
        assertThat(first.cause()).startsWith("event-");
        assertThat(first.correlation()).isEqualTo(first.cause().replace("event", "request"));
        assertThat(proposal.path("proposer").asString()).isEqualTo("daybook engine pricing-2");
        assertThat(proposal.path("forApproval").asBoolean()).isFalse();
        assertThat(JSON.readTree(proposals("CUP").getFirst().body())
                        .path("forApproval")
                        .asBoolean())
                .isTrue();
        assertThat(proposals("JUG")).isEmpty();
        PricingReceipt receipt = PricingReceipt.parse(figures(proposal.path("inputs")));
        assertThat(receipt.recomputed().bytes()).isEqualTo(receipt.bytes());
        assertThat(proposal.path("basis").asLong())
                .isEqualTo(receipt.inputs().price().version());

        // a price moves, is known as the engine's own, and goes on being decided about
        changed("MUG", proposal);
        sellForHours("MUG", "JUG");
        SHOP.flush();
        awaitApplied();
        Reply standing = service.get("/pricing/MUG");
        assertThat(standing.text("/price/byEngine")).isEqualTo("true");
        assertThat(standing.text("/mode")).isEqualTo("AUTOMATIC");
        assertThat(Double.parseDouble(standing.text("/demand/elasticityError"))).isPositive();

        List<PricingReceipt> replayed = SHOP.replayed(HOURLY);
        for (String sku : List.of("MUG", "CUP", "JUG")) {
            List<String> live = new ArrayList<>();
            for (JsonNode decision : service.get("/pricing/" + sku + "/decisions?limit=100")
                    .json()
                    .path("decisions")) {
                live.addFirst(text(PricingReceipt.parse(figures(decision.path("receipt")))));
            }
            assertThat(live)
                    .isNotEmpty()
                    .isEqualTo(replayed.stream()
                            .filter(one -> one.inputs().sku().equals(sku))
                            .map(PricingIT::text)
                            .toList());
        }
        assertThat(mugId).isNotEmpty();
    }

    @Test
    void answersByPagesAndSaysWhyNothingIsDecided() {
        SHOP.offer("BOX", "SHADOW");
        SHOP.offer("TIN", "OFF");
        sellForHours("BOX", "TIN");
        SHOP.flush();
        awaitApplied();
        Reply page = service.get("/pricing/BOX/decisions?limit=2");
        assertThat(page.json().path("decisions").size()).isEqualTo(2);
        String next = page.text("/next");
        Reply second = service.get("/pricing/BOX/decisions?limit=100&before=" + next);
        assertThat(second.json().path("decisions").size()).isPositive();
        assertThat(Long.parseLong(second.text("/decisions/0/position"))).isLessThan(Long.parseLong(next));
        assertThat(second.text("/next")).isEmpty();
        assertThat(service.get("/pricing/TIN").text("/obstacle")).isEqualTo("OFF");
        assertThat(service.get("/pricing/TIN").text("/personalData")).isEqualTo("false");
        assertThat(service.get("/pricing/NEVER").status()).isEqualTo(404);
        assertThat(service.get("/pricing/BOX/decisions?limit=0").status()).isEqualTo(400);
    }

    /** Twelve hours of trade, every SKU once in twenty minutes. */
    private static String sellForHours(String... skus) {
        String last = "";
        long start = 10 * SHOP.position();
        for (long minute = 0; minute < 720; minute += 20) {
            for (String sku : skus) {
                last = SHOP.sell(sku, start + minute, 1 + minute % 3);
            }
        }
        return last;
    }

    private static void changed(String sku, JsonNode proposal) {
        BigDecimal amount = new BigDecimal(proposal.path("amount").asString());
        SHOP.publish(
                "price:" + sku,
                new PriceChanged(
                        sku,
                        proposal.path("proposalId").asString(),
                        amount,
                        "GBP",
                        PricedShop.NINE.plus(Duration.ofHours(12)),
                        null,
                        new PriceExplanation(
                                amount,
                                new BigDecimal("4.00"),
                                List.of(),
                                null,
                                2L,
                                1,
                                proposal.path("proposer").asString(),
                                List.of(),
                                PricedShop.NINE)));
    }

    private static List<StandIn.Request> proposals(String sku) {
        return COMMANDS.requests().stream()
                .filter(request -> request.path().equals("/products/" + sku + "/price-proposals"))
                .toList();
    }

    private static void awaitApplied() {
        await().atMost(PATIENCE).until(() -> {
            for (JsonNode processor : service.get("/positions").json().path("processors")) {
                if (processor.path("name").asString().equals("pricing")) {
                    return processor.path("position").asLong() == SHOP.position();
                }
            }
            return false;
        });
    }

    private static String text(PricingReceipt receipt) {
        return new String(receipt.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Map<String, String> figures(JsonNode inputs) {
        Map<String, String> figures = new HashMap<>();
        inputs.forEachEntry((name, value) -> figures.put(name, value.asString()));
        return figures;
    }
}
