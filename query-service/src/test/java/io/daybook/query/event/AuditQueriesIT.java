package io.daybook.query.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.stock.event.StockReceived;
import io.daybook.query.QueryServiceScenario;
import io.daybook.testing.TestTokens;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditQueriesIT extends QueryServiceScenario {

    private final String sku = fresh("SKU");

    private JsonNode last(String path) {
        return get("/audit/queries?request=" + path.replace("?", "%3F").replace("&", "%26"))
                .body()
                .path("items")
                .path(0);
    }

    @Test
    void writeDownWhoWasShownWhatAndHowMuch() {
        for (int i = 0; i < 3; i++) {
            log.append("stock:" + sku, new StockReceived(sku, "R-" + i, 1, "DELIVERY", Instant.EPOCH));
        }
        long head = log.head();
        String page = "/events?entity=stock:" + sku + "&limit=2";

        getWith(page, "Min-Position", Long.toString(head), "X-Correlation-Id", "look-" + sku);

        JsonNode query = last(page);
        assertThat(query.path("actor").asString()).isEqualTo(TestTokens.SUBJECT);
        assertThat(query.path("request").asString()).isEqualTo(page);
        assertThat(query.path("shownAs").asString()).isEqualTo("JSON");
        assertThat(query.path("correlationId").asString()).isEqualTo("look-" + sku);
        assertThat(query.path("shown").asLong()).isEqualTo(2);
        assertThat(query.path("complete").asBoolean()).isTrue();
        assertThat(Instant.parse(query.path("askedAt").asString())).isAfter(Instant.EPOCH);

        String export = "/events?entity=stock:" + sku + "&format=ndjson&until=" + (head - 2);
        get(export);
        assertThat(last(export).path("shown").asLong()).isEqualTo(1);
        String single = "/events/" + head;
        get(single);
        assertThat(last(single).path("shown").asLong()).isEqualTo(1);
        String causation = "/events/" + head + "/causation";
        get(causation);
        assertThat(last(causation).path("shown").asLong()).isEqualTo(1);
    }

    @Test
    void writeNothingInTheLog() {
        get("/events?limit=1");
        long before = log.head();

        get("/events?limit=1");

        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void writeDownNothingThatIsRefused() {
        String request = "/events?type=" + sku;

        assertThat(get(request).status()).isEqualTo(400);

        assertThat(last(request).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE query.audit_query SET actor = 'x'",
                "DELETE FROM query.audit_query",
                "TRUNCATE query.audit_query CASCADE",
                "UPDATE query.audit_answer SET shown = 0",
                "DELETE FROM query.audit_answer"
            })
    void areOnlyEverAdded(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).rootCause().hasMessageContaining("append-only");
    }
}
