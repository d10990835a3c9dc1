package io.daybook.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.operation.event.OperationEnded;
import io.daybook.api.operation.event.OperationEvent;
import io.daybook.api.operation.event.OperationStarted;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.QueryServiceScenario;
import io.daybook.testing.TestTokens;
import java.util.List;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class OperationsIT extends QueryServiceScenario {

    @Autowired
    private PostgresEventStorageEngine engine;

    @AfterEach
    void goOn() {
        post("/processors/stock/resume", "");
    }

    @Test
    void everyActionIsInTheLogWithActorAndReason() {
        String reason = fresh("Why");

        post("/processors/stock/pause", "", reason);

        OperationStarted started = started(reason);
        assertThat(started.action()).isEqualTo("processor.pause");
        assertThat(started.target()).isEqualTo("stock");
        assertThat(started.actor()).isEqualTo(TestTokens.SUBJECT);
        assertThat(events(started.operationId()))
                .extracting(Object::getClass)
                .isEqualTo(List.of(OperationStarted.class, OperationEnded.class));
        Answer shown = get("/operations/" + started.operationId());
        assertThat(shown.text("outcome")).isEqualTo("SUCCEEDED");
        assertThat(shown.text("reason")).isEqualTo(reason);
        goOn();
        awaitProjections();
        assertThat(get("/operations?action=processor.pause&target=stock&actor=" + TestTokens.SUBJECT)
                        .body()
                        .path("items"))
                .anySatisfy(item -> {
                    assertThat(item.path("operationId").asString()).isEqualTo(started.operationId());
                    assertThat(item.path("reason").asString()).isEqualTo(reason);
                });
        assertThat(get("/operations?action=processor.drop").body().path("items"))
                .isEmpty();
    }

    @Test
    void listsThemLatestFirstPageByPage() {
        for (int i = 0; i < 3; i++) {
            post("/processors/stock/pause", "");
            post("/processors/stock/resume", "");
        }
        awaitProjections();

        assertThat(pages("/operations?limit=2&target=stock"))
                .hasSizeGreaterThanOrEqualTo(6)
                .isSortedAccordingTo((one, other) -> other.path("startedAt")
                        .asString()
                        .compareTo(one.path("startedAt").asString()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "no", "%00%00%00"})
    void refusesWhatHasNoReason(String reason) {
        long before = log.head();

        Answer refused = post("/processors/stock/pause", "", reason);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("Reason");
        assertThat(log.head()).isEqualTo(before);
        assertThat(get("/processors/stock").text("state")).isNotEqualTo("PAUSED");
    }

    @Test
    void refusesAReasonThatIsTooLong() {
        assertThat(post("/processors/stock/pause", "", "x".repeat(501)).status())
                .isEqualTo(400);
        assertThat(post("/processors/stock/pause", "", "x".repeat(500)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Sch%C3%A4tzung war falsch,Schätzung war falsch",
        "50% too much,50% too much",
        "100%25 sure,100% sure",
        "ends in %,ends in %"
    })
    void takesAnyTextForAReason(String header, String reason) {
        post("/processors/stock/pause", "", header);

        assertThat(started(reason).reason()).isEqualTo(reason);
    }

    @Test
    void recordsWhatFailed() {
        String reason = fresh("Why");

        assertThat(post("/processors/stock/merge", "", reason).status()).isEqualTo(409);

        Answer failed = get("/operations/" + started(reason).operationId());
        assertThat(failed.text("outcome")).isEqualTo("FAILED");
        assertThat(failed.text("detail")).isEqualTo("It has one segment");
    }

    @Test
    void recordsNothingThatCannotBeMeant() {
        long before = log.head();

        assertThat(post("/processors/nonsense/pause", "").status()).isEqualTo(404);
        assertThat(post("/processors/stock/reset", "{\"to\": \"yesterday\"}").status())
                .isEqualTo(400);
        assertThat(post("/dead-letters/retry", "{\"model\": \"nonsense\"}").status())
                .isEqualTo(404);
        assertThat(log.head()).isEqualTo(before);
        assertThat(get("/operations/nonsense").status()).isEqualTo(404);
    }

    private OperationStarted started(String reason) {
        return await().atMost(PATIENCE)
                .until(
                        () -> engine.readEvents(lastOperation())
                                .asStream()
                                .map(Message::getPayload)
                                .filter(OperationStarted.class::isInstance)
                                .map(OperationStarted.class::cast)
                                .findFirst()
                                .orElseThrow(),
                        started -> started.reason().equals(reason));
    }

    private String lastOperation() {
        return jdbc.sql("SELECT aggregate_id FROM events.event WHERE payload_type LIKE '%OperationStarted'"
                        + " ORDER BY position DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private List<OperationEvent> events(String operationId) {
        return engine.readEvents("operation:" + operationId)
                .asStream()
                .map(Message::getPayload)
                .map(OperationEvent.class::cast)
                .toList();
    }
}
