package io.daybook.command.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.customer.Customers;
import io.daybook.api.customer.EmailAddress;
import io.daybook.api.customer.command.EraseCustomer;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.command.CommandServiceScenario;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Commands;
import io.daybook.testing.TestPostgres;
import io.daybook.vault.CustomerVault;
import io.daybook.vault.EmailClaims;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.client.RestTestClient;

class CustomersIT extends CommandServiceScenario {

    @Autowired
    private CustomerVault vault;

    @Autowired
    private EmailClaims claims;

    @Autowired
    private Commands commands;

    @Autowired
    private TestPostgres postgres;

    private final String id = fresh("C");
    private final String email = fresh("Ann") + "@Example.com";

    @Test
    void registersRevisesAndErasesACustomer() {
        register(id, email).expectStatus().isCreated().expectHeader().valueEquals("Location", "/customers/" + id);
        revise(id, "new-" + email).expectStatus().isOk().expectHeader().exists("Event-Position");
        erase(id).expectStatus().isOk().expectHeader().exists("Event-Position");

        assertThat(eventsOf("customer:" + id))
                .extracting(Object::getClass)
                .isEqualTo(List.of(CustomerRegistered.class, CustomerRevised.class, CustomerErased.class));
        assertThat(((CustomerErased) eventsOf("customer:" + id).getLast()).reason())
                .isEqualTo("RETENTION_ENDED");
    }

    @Test
    void takesTheSameRequestTwiceAsOne() {
        for (int time = 0; time < 2; time++) {
            register(id, email).expectStatus().isCreated();
        }
        for (int time = 0; time < 2; time++) {
            revise(id, "new-" + email).expectStatus().isOk();
        }
        for (int time = 0; time < 2; time++) {
            erase(id).expectStatus().isOk();
        }

        assertThat(eventsOf("customer:" + id)).hasSize(3);
    }

    @Test
    void refusesTheIdOfAnotherAndFreesTheAddressItWouldHaveHad() {
        register(id, email).expectStatus().isCreated();

        refused(register(id, "other-" + email), 409, "ID_TAKEN");

        register(fresh("C"), "other-" + email).expectStatus().isCreated();
    }

    @Test
    void refusesWhatIsUnknown() {
        refused(revise(id, email), 404, "CUSTOMER_UNKNOWN");
        refused(erase(id), 404, "CUSTOMER_UNKNOWN");

        register(fresh("C"), email).expectStatus().isCreated();
    }

    @Test
    void letsNobodyComeBackOnceErasedAndFreesTheAddress() {
        register(id, email).expectStatus().isCreated();
        erase(id).expectStatus().isOk();
        CustomerRegistered registered =
                (CustomerRegistered) eventsOf("customer:" + id).getFirst();

        assertThat(vault.open(id, "CustomerRegistered", registered.sealed())).isEmpty();
        refused(revise(id, email), 409, "CUSTOMER_ERASED");
        refused(register(id, email), 409, "CUSTOMER_ERASED");
        register(fresh("C"), email).expectStatus().isCreated();
    }

    @Test
    void destroysTheKeyAndFreesTheAddressByItselfWhereTheRequestDidNotComeThatFar() {
        register(id, email).expectStatus().isCreated();
        CustomerRegistered registered =
                (CustomerRegistered) eventsOf("customer:" + id).getFirst();

        commands.send(new EraseCustomer(id, Customers.REASON, Customers.TIME), new Cause("tester", id, id));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vault.open(id, "CustomerRegistered", registered.sealed()))
                        .isEmpty());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(claimsOf(id)).isZero());
    }

    @Test
    void givesAnAddressToOneOfAHundredAtOnce() {
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            List<CompletableFuture<Integer>> all = IntStream.range(0, 100)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> {
                                var reply = register(id + "-" + n, n % 2 == 0 ? email : email.toLowerCase(Locale.ROOT))
                                        .expectBody(String.class)
                                        .returnResult();
                                if (reply.getStatus().value() == 409) {
                                    assertThat(reply.getResponseBody())
                                            .contains("\"EMAIL_TAKEN\"")
                                            .doesNotContain(id)
                                            .doesNotContainIgnoringCase(email);
                                }
                                return reply.getStatus().value();
                            },
                            threads))
                    .toList();

            List<Integer> statuses =
                    all.stream().map(CompletableFuture::join).sorted().toList();
            assertThat(statuses).hasSize(100).startsWith(201).endsWith(409);
            assertThat(statuses.stream().filter(status -> status == 409)).hasSize(99);
        }
        assertThat(IntStream.range(0, 100)
                        .filter(n -> !eventsOf("customer:" + id + "-" + n).isEmpty()))
                .hasSize(1);
    }

    @Test
    void confirmsAnAddressAndFreesTheOneBefore() {
        register(id, email).expectStatus().isCreated();
        revise(id, "new-" + email).expectStatus().isOk();
        refused(register(fresh("C"), "NEW-" + email), 409, "EMAIL_TAKEN");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(claimsOf(id)).isEqualTo(1);
            assertThat(sql("SELECT count(*) FROM customer_keys.email_claim WHERE customer_id = ? AND confirmed", id))
                    .isEqualTo(1);
        });

        register(fresh("C"), email).expectStatus().isCreated();
    }

    @Test
    void takesOverAClaimThatACrashLeftBehindButNotTooSoon() {
        claims.claim(fresh("CRASHED"), EmailAddress.of(email, "email"));
        refused(register(id, email), 409, "EMAIL_TAKEN");

        makeDoubtful();

        register(id, email).expectStatus().isCreated();
    }

    @Test
    void takesOverNoClaimThatItsHolderNeedsHoweverLateTheConfirmation() {
        register(id, email).expectStatus().isCreated();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sql(
                                "SELECT count(*) FROM customer_keys.email_claim WHERE customer_id = ? AND confirmed",
                                id))
                        .isEqualTo(1));
        sql("UPDATE customer_keys.email_claim SET confirmed = false WHERE customer_id = ? RETURNING 1", id);

        makeDoubtful();

        refused(register(fresh("C"), email), 409, "EMAIL_TAKEN");
    }

    @ParameterizedTest
    @CsvSource({"POST /customers, name", "PUT /customers/X, name", "DELETE /customers/X?reason=because, reason"})
    void namesTheFieldThatIsNotFit(String endpoint, String field) {
        String[] parts = endpoint.split(" ", 2);
        RestTestClient.ResponseSpec reply = switch (parts[0]) {
            case "POST" -> post(parts[1], "{}");
            case "PUT" -> put(parts[1], "{}");
            default -> client().delete().uri(parts[1]).exchange();
        };
        reply.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field == '%s')]".formatted(field))
                .isNotEmpty();
    }

    private RestTestClient.ResponseSpec register(String customerId, String address) {
        return post(
                "/customers",
                "{\"customerId\":\"%s\",\"name\":\"Ann Lee\",\"email\":\"%s\"}".formatted(customerId, address));
    }

    private RestTestClient.ResponseSpec revise(String customerId, String address) {
        return put("/customers/" + customerId, "{\"name\":\"Ann Lee\",\"email\":\"%s\"}".formatted(address));
    }

    private RestTestClient.ResponseSpec erase(String customerId) {
        return client().delete()
                .uri("/customers/" + customerId + "?reason=RETENTION_ENDED")
                .exchange();
    }

    private static void refused(RestTestClient.ResponseSpec reply, int status, String code) {
        reply.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private void makeDoubtful() {
        owner().sql(
                        "UPDATE customer_keys.email_claim SET claimed_at = now() - interval '11 minutes' WHERE NOT confirmed")
                .update();
    }

    private long claimsOf(String customerId) {
        return sql("SELECT count(*) FROM customer_keys.email_claim WHERE customer_id = ?", customerId);
    }

    private long sql(String query, String parameter) {
        return owner().sql(query).param(parameter).query(Long.class).single();
    }

    private JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(postgres.jdbcUrl(), TestPostgres.OWNER, ""));
    }
}
