package io.daybook.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.e2e.EventTopic;
import io.daybook.testing.TestTokens;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two instances on one store act as one; and where one is gone, or was thought to be, the other does its work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HANDLING = "Handling command [io.daybook.api.order.command.ConfirmOrder]";

    private final Cluster cluster =
            Cluster.start(Map.of("logging.level.org.axonframework.commandhandling.SimpleCommandBus", "DEBUG"));
    private final ToldLog log = new ToldLog();
    private final ShopClient client = new ShopClient(log);
    private final Instance a = cluster.instance(0);
    private final Instance b = cluster.instance(1);
    private int keys;

    @AfterAll
    void stop() {
        client.close();
        cluster.close();
    }

    @Test
    @Order(1)
    void theSameKeyIsToldTheSameOutcomeByTheOther() {
        product("SAME");
        ShopRequest receipt = ShopRequest.post("/stock/SAME/receipts", "{\"quantity\":7}");
        ShopRequest tooMuch = ShopRequest.post("/stock/SAME/write-offs", "{\"quantity\":9999,\"reason\":\"lost\"}");

        assertThat(client.send("same-1", receipt, b).outcome())
                .startsWith("201")
                .isEqualTo(client.send("same-1", receipt, a).outcome());
        assertThat(client.send("same-2", tooMuch, b).outcome())
                .isEqualTo("409: STOCK_INSUFFICIENT")
                .isEqualTo(client.send("same-2", tooMuch, a).outcome());
    }

    @Test
    @Order(2)
    void noInstanceDecidesOnWhatTheOtherHasChanged() {
        product("TURNS");
        for (int round = 0; round < 200; round++) {
            Instance one = round % 2 == 0 ? a : b;
            Instance other = round % 2 == 0 ? b : a;
            // what the one takes in, the other writes off to the last piece; one more would be one too many
            assertThat(succeed(one, "/stock/TURNS/receipts", "{\"quantity\":5}"))
                    .isTrue();
            assertThat(succeed(other, "/stock/TURNS/write-offs", "{\"quantity\":5,\"reason\":\"lost\"}"))
                    .as("round %d", round)
                    .isTrue();
            assertThat(succeed(one, "/stock/TURNS/write-offs", "{\"quantity\":1,\"reason\":\"lost\"}"))
                    .isFalse();
        }
    }

    @Test
    @Order(3)
    void writersOnBothLoseNoUpdate() throws Exception {
        List<String> skus = List.of("MANY-0", "MANY-1", "MANY-2");
        skus.forEach(this::product);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int number = 0; number < 12; number++) {
                int writer = number;
                writers.add(threads.submit(() -> write(writer, skus)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        StoredLog stored = cluster.storedLog();
        assertThat(Checks.problems(log.byKey(), stored, TestTokens.SUBJECT)).isEmpty();
        assertThat(stored.events().stream()
                        .filter(event -> event.aggregateId().startsWith("stock:MANY-"))
                        .mapToLong(event -> event.number("quantity"))
                        .sum())
                .as("pieces received by 12 writers in 40 requests each")
                .isEqualTo(12 * 40);
    }

    private void write(int writer, List<String> skus) {
        for (int number = 0; number < 40; number++) {
            List<Instance> route = number % 2 == 0 ? List.of(a, b, a, b, a, b) : List.of(b, a, b, a, b, a);
            ShopRequest request = ShopRequest.post(
                    "/stock/%s/receipts".formatted(skus.get((writer + number) % skus.size())), "{\"quantity\":1}");
            client.send("many-%d-%d".formatted(writer, number), request, route);
        }
    }

    @Test
    @Order(4)
    void automationsHandleEachOrderOnce() {
        product("ONCE");
        assertThat(succeed(a, "/stock/ONCE/receipts", "{\"quantity\":100}")).isTrue();
        long before = confirmations();
        for (int number = 0; number < 40; number++) {
            order(number % 2 == 0 ? a : b, "once-" + number, "ONCE");
        }
        for (int number = 0; number < 40; number++) {
            awaitConfirmed("once-" + number);
        }

        // every order is confirmed, so all commands to confirm one have been given: a second one would be among them
        assertThat(confirmations() - before).isEqualTo(40);
        assertThat(owners("order-fulfilment")).doesNotContain("");
    }

    @Test
    @Order(5)
    void whatAPausedInstanceHadInHandIsDoneOnceByTheOther() {
        product("PAUSED");
        assertThat(succeed(b, "/stock/PAUSED/receipts", "{\"quantity\":100}")).isTrue();
        Instance owner = owner();
        Instance other = owner == a ? b : a;
        // what it is about when it stops is in the midst of some of these
        for (int number = 0; number < 30; number++) {
            order(number % 2 == 0 ? owner : other, "before-" + number, "PAUSED");
        }
        try (Suspension _ = new Suspension(owner.process())) {
            long start = System.nanoTime();
            order(other, "meanwhile", "PAUSED");
            awaitConfirmed("meanwhile");
            say("a paused one's work was taken over", start);
        }
        for (int number = 0; number < 30; number++) {
            order(number % 2 == 0 ? owner : other, "after-" + number, "PAUSED");
        }
        for (int number = 0; number < 30; number++) {
            awaitConfirmed("before-" + number);
            awaitConfirmed("after-" + number);
        }

        assertThat(owners("order-fulfilment")).containsOnly(nameOf(other));
        awaitAllPublished();
    }

    @Test
    @Order(6)
    void aKilledInstancesWorkIsTakenOver() {
        product("KILLED");
        assertThat(succeed(b, "/stock/KILLED/receipts", "{\"quantity\":100}")).isTrue();
        Instance owner = owner();
        Instance other = owner == a ? b : a;
        long start = System.nanoTime();
        owner.killNine();
        order(other, "killed-1", "KILLED");
        awaitConfirmed("killed-1");
        say("a killed one's work was taken over", start);

        awaitAllPublished();
        say("all was published", start);
        assertThat(Checks.problems(log.byKey(), cluster.storedLog(), TestTokens.SUBJECT))
                .isEmpty();
    }

    private static void say(String what, long start) {
        System.out.printf("two instances: %s after %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    }

    private void product(String sku) {
        assertThat(succeed(a, "/products", "{\"sku\":\"%s\",\"name\":\"A THING\"}".formatted(sku)))
                .isTrue();
    }

    private void order(Instance instance, String id, String sku) {
        String body = """
                {"orderId":"%s","country":"France","currency":"GBP","lines":[{"sku":"%s","quantity":1,"unitPrice":"2.50"}]}
                """.formatted(id, sku);
        assertThat(succeed(instance, "/orders", body)).isTrue();
    }

    private boolean succeed(Instance instance, String path, String body) {
        return client.send("key-" + keys++, new ShopRequest("POST", path, body), List.of(instance, instance, instance))
                .isSuccess();
    }

    private void awaitConfirmed(String orderId) {
        await(orderId + " confirmed")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> cluster.storedLog().events().stream()
                        .anyMatch(event -> event.type().equals("OrderConfirmed")
                                && event.text("orderId").equals(orderId)));
    }

    private void awaitAllPublished() {
        long head = cluster.storedLog().head();
        await("all published")
                .atMost(PATIENCE)
                .until(() ->
                        EventTopic.read(cluster.bootstrapServers()).positions().cardinality() >= head);
    }

    /** How often an order was to be confirmed, by the debug logs of both. */
    private long confirmations() {
        return a.countInLog(HANDLING) + b.countInLog(HANDLING);
    }

    /** The instance that has the segments of order fulfilment; where both have some, the one with the first. */
    private Instance owner() {
        String owner = owners("order-fulfilment").getFirst();
        return owner.equals(nameOf(a)) ? a : b;
    }

    private List<String> owners(String processor) {
        return List.copyOf(
                StoredLogReader.owners(cluster.postgres().jdbcUrl(), processor).values());
    }

    /** As Axon names the owner of a segment. */
    private static String nameOf(Instance instance) {
        String here = ManagementFactory.getRuntimeMXBean().getName();
        return instance.process().pid() + here.substring(here.indexOf('@'));
    }
}
