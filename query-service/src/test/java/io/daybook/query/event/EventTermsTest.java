package io.daybook.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.EventRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTermsTest {

    private static Set<String> terms(String entity, String metadata, String payload) {
        return EventTerms.of(RecordedEvent.of(new EventRow(
                7,
                entity,
                0,
                "Stock",
                "e-1",
                Instant.EPOCH,
                "io.shop.StockReceived",
                null,
                payload.getBytes(StandardCharsets.UTF_8),
                metadata.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void areAllThatAnEventSaysOfItself() {
        assertThat(terms(
                        "stock:MUG",
                        "{\"actor\":\"till\",\"correlationId\":\"r-1\",\"causationId\":\"r-2\",\"command\":\"ReceiveStock\"}",
                        "{}"))
                .containsExactlyInAnyOrder(
                        "entity=stock:MUG",
                        "entityType=stock",
                        "type=StockReceived",
                        "actor=till",
                        "correlationId=r-1",
                        "causationId=r-2",
                        "command=ReceiveStock",
                        "q=stock",
                        "q=mug",
                        "q=stockreceived");
    }

    @Test
    void haveThePathOfAFieldAndTheTextOfItsValue() {
        assertThat(terms("stock:MUG", "{}", """
                        {"a": {"b": [{"c": 85123}, {"c": "85123A"}]}, "flag": true, "price": 2.50, "none": null, "list": [1, 2]}"""))
                .contains(
                        "payload.a.b.c=85123",
                        "payload.a.b.c=85123A",
                        "payload.flag=true",
                        "payload.price=2.50",
                        "payload.list=1",
                        "payload.list=2")
                .noneMatch(term -> term.startsWith("payload.none"));
    }

    @Test
    void haveTheWordsOfTextsInLowerCase() {
        assertThat(terms("stock:MUG", "{}", "{\"name\": \"Crème-BRÛLÉE set, 2 pcs\"}"))
                .contains("q=crème", "q=brûlée", "q=set", "q=2", "q=pcs");
        assertThat(EventTerms.wordsOf("BRÛLÉE crème")).containsExactlyInAnyOrder("q=brûlée", "q=crème");
    }

    @Test
    void takeWhatIsNoJsonForAText() {
        assertThat(terms("x", "{}", "plain words")).contains("payload=plain words", "q=words", "entityType=");
    }

    @Test
    void haveKeysThatAreNeighboursWithinABucketAndOthersInTheNext() {
        TermKeys keys = new TermKeys();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            long key = keys.key(32_767, "term-" + i);
            assertThat(key >> TermKeys.HASH_BITS).isZero();
            assertThat(keys.key(32_768, "term-" + i) - key).isEqualTo(1L << TermKeys.HASH_BITS);
            assertThat(seen.add(key)).isTrue();
        }
    }
}
