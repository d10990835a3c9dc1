package io.daybook.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WebhookRequestsIT extends WebhookScenario {

    private final String sku = fresh("SKU");

    @Test
    void tellsItsSecretOnce() {
        Answer subscribed = subscribe("\"description\": \"mine\", " + entities("stock:" + sku));
        String id = subscribed.text("id");
        String secret = subscribed.text("secret");

        assertThat(subscribed.header("Location")).isEqualTo("/webhooks/" + id);
        assertThat(subscribed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(show(id).text("description")).isEqualTo("mine");
        assertThat(show(id).text("state")).isEqualTo("ACTIVE");
        assertThat(show(id).body().toString() + get("/webhooks?limit=200").body())
                .contains(id)
                .doesNotContain("ecret", secret.substring(6));
        assertThat(jdbc.sql("SELECT w::text FROM query.webhook w WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains(id)
                .doesNotContain(secret.substring(6));
    }

    @Test
    void signsWithTheFormerSecretToo() {
        Answer subscribed = subscribe(entities("stock:" + sku));
        String path = "/webhooks/" + subscribed.text("id");

        Answer rotated = call("POST", path + "/secret", "");
        received(sku, 1);
        awaitDelivered(subscribed.text("id"));

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.text("formerSecretSignsUntil")).isNotBlank();
        assertThat(app.received()).singleElement().satisfies(message -> {
            assertThat(message.header("webhook-signature").split(" ")).hasSize(2);
            assertThat(message.isSignedBy(subscribed.text("secret"))).isTrue();
            assertThat(message.isSignedBy(rotated.text("secret"))).isTrue();
        });
        jdbc.sql("UPDATE query.webhook SET former_until = now() WHERE id = ?")
                .param(subscribed.text("id"))
                .update();
        call("POST", path + "/pings", "");
        assertThat(app.received().getLast().isSignedBy(subscribed.text("secret")))
                .isFalse();
        assertThat(app.received().getLast().isSignedBy(rotated.text("secret"))).isTrue();
    }

    @Test
    void pings() {
        String id = subscribeTo("stock:" + sku);

        Answer good = call("POST", "/webhooks/" + id + "/pings", "");
        app.answers(_ -> 500);
        Answer bad = call("POST", "/webhooks/" + id + "/pings", "");

        assertThat(good.body().path("delivered").asBoolean()).isTrue();
        assertThat(good.text("outcome")).isEqualTo("answered 200");
        assertThat(bad.status()).isEqualTo(200);
        assertThat(bad.body().path("delivered").asBoolean()).isFalse();
        assertThat(bad.text("outcome")).isEqualTo("answered 500");
        assertThat(app.received())
                .extracting(message -> message.body().path("type").asString())
                .containsExactly("Ping", "Ping");
    }

    @Test
    void listsPageByPage() {
        String first = subscribeTo("stock:" + sku);
        String second = subscribeTo("stock:" + sku);

        assertThat(pages("/webhooks?limit=1"))
                .extracting(webhook -> webhook.path("id").asString())
                .contains(first, second)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void isGoneOnceRemoved() {
        String id = subscribeTo("stock:" + sku);

        assertThat(call("DELETE", "/webhooks/" + id, "").status()).isEqualTo(204);

        assertThat(show(id).status()).isEqualTo(404);
        assertThat(show(id).text("code")).isEqualTo("WEBHOOK_UNKNOWN");
        String barrier = subscribeTo("stock:" + sku);
        received(sku, 1);
        awaitDelivered(barrier);
        assertThat(app.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "PUT, ''", "DELETE, ''", "POST, /replays", "POST, /secret", "POST, /pings"})
    void tellsWhatIsUnknown(String method, String more) {
        Answer answer = call(method, "/webhooks/" + UUID.randomUUID() + more, "{\"from\": 0}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("WEBHOOK_UNKNOWN");
    }

    static Stream<String> unfit() {
        return Stream.of(
                "url {}",
                "url {\"url\": \"nonsense\"}",
                "url {\"url\": \"ftp://example.com/\"}",
                "url {\"url\": \"http:///path\"}",
                "url {\"url\": \"https://user:password@example.com/\"}",
                "url {\"url\": \"https://example.com/#part\"}",
                "url {\"url\": \"https://example.com:70000/\"}",
                "url {\"url\": {}}",
                "eventTypes {\"url\": \"https://example.com/\", \"eventTypes\": [\"OrderPlaced\", \"OrderEaten\"]}",
                "eventTypes {\"url\": \"https://example.com/\", \"eventTypes\": \"OrderPlaced\"}",
                "entities {\"url\": \"https://example.com/\", \"entities\": [\"\"]}",
                "entities {\"url\": \"https://example.com/\", \"entities\": [null]}",
                "from {\"url\": \"https://example.com/\", \"from\": -1}",
                "from {\"url\": \"https://example.com/\", \"from\": 999999999999}",
                "description {\"url\": \"https://example.com/\", \"description\": \" \"}");
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void namesWhatIsNotFit(String fieldAndBody) {
        String field = fieldAndBody.substring(0, fieldAndBody.indexOf(' '));

        Answer answer = call("POST", "/webhooks", fieldAndBody.substring(field.length() + 1));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("INVALID_VALUE");
        JsonNode error = answer.body().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("problem").asString()).isNotBlank();
        if (fieldAndBody.contains("OrderEaten")) {
            assertThat(error.path("problem").asString())
                    .startsWith("has names of no event type: OrderEaten;")
                    .contains("OrderConfirmed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", ""})
    void saysWhenThereIsNoJson(String body) {
        Answer answer = call("POST", "/webhooks", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void goesBackOnlyToWhereItWas() {
        String id = subscribeTo("stock:" + sku);

        for (String from : new String[] {"{}", "{\"from\": -1}", "{\"from\": 999999999999}"}) {
            Answer answer = call("POST", "/webhooks/" + id + "/replays", from);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().path("errors").path(0).path("field").asString())
                    .isEqualTo("from");
        }
        assertThat(call("PUT", "/webhooks/" + id, body("\"from\": 0")).status()).isEqualTo(400);
    }
}
