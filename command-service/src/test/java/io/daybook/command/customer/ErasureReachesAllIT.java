package io.daybook.command.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.Topics;
import io.daybook.command.CommandServiceScenario;
import io.daybook.testing.PlaintextSearch;
import io.daybook.testing.PlaintextSearch.Searched;
import io.daybook.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

@ExtendWith(OutputCaptureExtension.class)
class ErasureReachesAllIT extends CommandServiceScenario {

    @Autowired
    private TestPostgres postgres;

    @Autowired
    private ConsumerFactory<String, byte[]> consumers;

    private final String id = fresh("C");
    private final String name = word();
    private final String mailbox = word();
    private final String street = word();
    private final PlaintextSearch search = PlaintextSearch.of(name, mailbox, street);

    @Test
    void leavesNothingOfThePersonInAnyTableTopicOrLogLine(CapturedOutput output) {
        registeredTwiceUnderOneKeyAndRevised();
        refusedInManyWays();
        String sku = productWithStock(3);
        put("/products/" + sku + "/list-price", "{\"amount\":\"1.50\",\"currency\":\"GBP\"}")
                .expectStatus()
                .isOk();
        post("/orders", """
                        {"customerId": "%s", "country": "United Kingdom", "currency": "GBP",
                         "lines": [{"sku": "%s", "quantity": 1}]}""".formatted(id, sku)).expectStatus().isAccepted();
        client().delete().uri("/customers/" + id).exchange().expectStatus().isOk();
        keyed("K-" + id, registration(name)).expectStatus().isCreated();
        superuser().sql("ANALYZE").update();

        Searched searched = search.database(postgres.jdbcUrl(), TestPostgres.SUPERUSER);

        assertThat(searched.findings()).isEmpty();
        assertThat(searched.tables()).isGreaterThan(70);
        assertThat(searched.rows()).isGreaterThan(1_000);
        assertThat(search.isIn(output.getAll().getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(publishedOfTheCustomer())
                .hasSize(3)
                .noneMatch(record -> search.isIn(record.value())
                        || search.isIn(record.headers().toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsNoDigestOfARequestThatAGuessCouldBeComparedWith() throws NoSuchAlgorithmException {
        String body = registration(name);
        keyed("K-" + id, body).expectStatus().isCreated();
        byte[] guess = MessageDigest.getInstance("SHA-256")
                .digest(("POST /customers\n" + body).getBytes(StandardCharsets.UTF_8));

        String fingerprint = superuser()
                .sql("SELECT encode(fingerprint, 'hex') FROM events.receipt WHERE key LIKE ?")
                .param("%K-" + id)
                .query(String.class)
                .single();

        assertThat(fingerprint).hasSize(64).isNotEqualTo(HexFormat.of().formatHex(guess));
    }

    private void registeredTwiceUnderOneKeyAndRevised() {
        keyed("K-" + id, registration(name)).expectStatus().isCreated();
        keyed("K-" + id, registration(name)).expectStatus().isCreated();
        put("/customers/" + id, "{\"name\":\"%s\",\"email\":\"%s@example.com\"}".formatted(street, mailbox))
                .expectStatus()
                .isOk();
    }

    private void refusedInManyWays() {
        keyed("K-" + id, registration(street)).expectStatus().isEqualTo(422);
        keyed("L-" + id, registration(street)).expectStatus().isEqualTo(409);
        keyed("M-" + id, registration(name).replace(id, fresh("C")))
                .expectStatus()
                .isEqualTo(409);
        keyed("N-" + id, registration(name).replace("@example.com", ""))
                .expectStatus()
                .isEqualTo(400);
        keyed("O-" + id, registration(name).replace("{\"customerId\"", "{" + name))
                .expectStatus()
                .isEqualTo(400);
    }

    private String registration(String called) {
        return """
                {"customerId":"%s","name":"%s","email":"%s@example.com",
                 "address":{"lines":["7 %s"],"postcode":"EC1A 9ET","city":"London","country":"United Kingdom"}}""".formatted(id, called, mailbox, street);
    }

    private RestTestClient.ResponseSpec keyed(String key, String json) {
        return client().post()
                .uri("/customers")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private List<ConsumerRecord<String, byte[]>> publishedOfTheCustomer() {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals("customer:" + id)) {
                        found.add(record);
                    }
                });
                return found.size() == 3;
            });
        }
        return found;
    }

    private JdbcClient superuser() {
        return JdbcClient.create(new DriverManagerDataSource(postgres.jdbcUrl(), TestPostgres.SUPERUSER, ""));
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}
