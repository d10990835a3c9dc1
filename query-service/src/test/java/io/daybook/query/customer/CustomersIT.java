package io.daybook.query.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.PostalAddress;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.Sealing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CustomersIT extends QueryServiceScenario {

    private static final PersonalData ANN = new PersonalData(
            "Ann Lee",
            "ann@example.com",
            new PostalAddress(List.of("7 Long Lane"), "EC1A 9ET", "London", "United Kingdom"));
    private static final PersonalData MARRIED = new PersonalData("Ann Bell", "bell@example.com", null);
    private static final Instant ERASED = Instant.parse("2011-02-01T00:00:00Z");

    @Autowired
    private Sealing sealing;

    private final String id = fresh("C");

    @Test
    void showsACustomerAsItIsNowAndKeepsTheAnswerNowhere() {
        happened("customer:" + id, sealing.registered(id, ANN));
        Answer registered = get("/customers/" + id);
        happened("customer:" + id, sealing.revised(id, MARRIED));
        Answer revised = get("/customers/" + id);

        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.header("Cache-Control")).isEqualTo("no-store");
        assertThat(registered.text("customerId")).isEqualTo(id);
        assertThat(registered.text("status")).isEqualTo("ACTIVE");
        assertThat(registered.text("registeredAt")).isEqualTo(Sealing.REGISTERED.toString());
        assertThat(registered.body().at("/personalData/name").asString()).isEqualTo("Ann Lee");
        assertThat(registered.body().at("/personalData/address/city").asString())
                .isEqualTo("London");
        assertThat(revised.text("revisedAt")).isEqualTo(Sealing.REVISED.toString());
        assertThat(revised.body().at("/personalData/email").asString()).isEqualTo("bell@example.com");
        assertThat(revised.body().at("/personalData/address").isMissingNode()).isTrue();
    }

    @Test
    void showsThatACustomerIsErasedAndNothingElse() {
        happened("customer:" + id, sealing.registered(id, ANN), new CustomerErased(id, "UNLAWFUL_OR_MISTAKEN", ERASED));

        Answer erased = get("/customers/" + id);

        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.text("status")).isEqualTo("ERASED");
        assertThat(erased.text("erasedAt")).isEqualTo(ERASED.toString());
        assertThat(erased.text("erasureReason")).isEqualTo("UNLAWFUL_OR_MISTAKEN");
        assertThat(erased.body().path("personalData").isNull()).isTrue();
        assertThat(jdbc.sql("SELECT coalesce(ciphertext, nonce, digest) IS NULL FROM customer WHERE customer_id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void showsACustomerAsErasedFromTheMomentTheKeyIsDestroyed() {
        happened("customer:" + id, sealing.registered(id, ANN));

        sealing.destroy(id);

        assertThat(get("/customers/" + id).text("status")).isEqualTo("ERASED");
        assertThat(get("/customers/" + id).body().path("personalData").isNull()).isTrue();
    }

    @Test
    void storesNothingPlain() {
        happened("customer:" + id, sealing.registered(id, ANN), sealing.revised(id, MARRIED));

        assertThat(jdbc.sql("SELECT c::text FROM customer c WHERE customer_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains(id)
                .doesNotContainIgnoringCase("Ann Bell")
                .doesNotContainIgnoringCase("example.com");
    }

    @Test
    void listsCustomersWithoutWhatIsPersonal() {
        String erased = fresh("C");
        log.append("customer:" + id, sealing.registered(id, ANN));
        happened(
                "customer:" + erased,
                sealing.registered(erased, MARRIED),
                new CustomerErased(erased, "RETENTION_ENDED", ERASED));

        List<JsonNode> active = pages("/customers?status=active&limit=1");
        List<JsonNode> all = pages("/customers?limit=2");

        assertThat(ids(active)).contains(id).doesNotContain(erased).doesNotHaveDuplicates();
        assertThat(ids(all)).contains(id, erased).doesNotHaveDuplicates();
        assertThat(all.toString()).doesNotContain("Ann", "@");
    }

    @Test
    void tellsWhatIsUnknown() {
        assertThat(get("/customers/NO-SUCH").status()).isEqualTo(404);
        assertThat(get("/customers/NO-SUCH").text("code")).isEqualTo("CUSTOMER_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE customer_keys.data_key SET destroyed_at = now(), wrapped = NULL, master_key = NULL",
                "DELETE FROM customer_keys.data_key",
                "SELECT count(*) FROM customer_keys.email_claim"
            })
    void theRoleOfTheServiceMayOnlyReadKeys(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("customerId").asString()).toList();
    }
}
