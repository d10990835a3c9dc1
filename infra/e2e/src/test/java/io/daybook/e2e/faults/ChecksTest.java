package io.daybook.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The checks hold a good run to be good, and find whatever is tampered with. */
class ChecksTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CALLER = "tester";

    private final List<StoredEvent> events = new ArrayList<>();
    private final List<StoredReceipt> receipts = new ArrayList<>();
    private final Map<String, List<Told>> told = new HashMap<>();
    private long deadLetters;

    ChecksTest() {
        byRequest("k1", "stock:S", 0, "StockReceived", "{\"sku\":\"S\",\"quantity\":5}");
        byRequest("k2", "order:O", 0, "OrderPlaced", "{\"orderId\":\"O\",\"lines\":[{\"line\":1,\"stocked\":true}]}");
        byAutomation("stock:S", 1, "StockReserved", "{\"sku\":\"S\",\"reservationId\":\"O/1\",\"quantity\":4}");
        byAutomation("order:O", 1, "OrderConfirmed", "{\"orderId\":\"O\"}");
        byRequest("k3", "stock:S", 2, "StockCounted", "{\"sku\":\"S\",\"counted\":4,\"difference\":-1}");
        tell("k4", 409, 0, "{\"code\":\"STOCK_INSUFFICIENT\"}");
        receipts.add(new StoredReceipt(CALLER + " k4", 0));
        tell("k5", 0, 0, "cut");
    }

    @Test
    void holdAGoodRunToBeGood() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void allowForARequestThatWasDoneAndNotAcknowledged() {
        told.put("k3", List.of(new Told("k3", "POST", "A", 0, 0, "cut")));

        assertThat(problems()).isEmpty();
    }

    @Test
    void findALostEvent() {
        events.removeLast();

        assertThat(problems()).anyMatch(problem -> problem.startsWith("acknowledged and lost"));
    }

    @Test
    void findADoubledEvent() {
        StoredEvent first = events.getFirst();
        events.add(new StoredEvent(6, "stock:S", 3, first.type(), first.payload(), first.metadata()));

        assertThat(problems()).anyMatch(problem -> problem.startsWith("k1 was done 2 times"));
    }

    @Test
    void findAnEventOfARefusedRequest() {
        byRequest("k4", "stock:S", 3, "StockReceived", "{\"sku\":\"S\",\"quantity\":1}");
        tell("k4", 409, 0, "{\"code\":\"STOCK_INSUFFICIENT\"}");

        assertThat(problems()).anyMatch(problem -> problem.startsWith("nothing was to be changed"));
    }

    @Test
    void findAnEventThatNobodyAskedFor() {
        told.remove("k5");
        byRequest("k5", "stock:S", 3, "StockReceived", "{\"sku\":\"S\",\"quantity\":1}");
        told.remove("k5");

        assertThat(problems()).anyMatch(problem -> problem.startsWith("nobody sent k5"));
    }

    @Test
    void findAnotherPositionThanTold() {
        tell("k1", 201, 2, "{\"changed\":true}");

        assertThat(problems()).anyMatch(problem -> problem.startsWith("told another position than 1"));
    }

    @Test
    void findTwoOutcomesOfOneKey() {
        told.put("k4", List.of(answer("A", 409), answer("B", 404)));

        assertThat(problems()).anyMatch(problem -> problem.startsWith("k4 was told different outcomes"));
    }

    @Test
    void findAReceiptOfAnotherPosition() {
        receipts.set(0, new StoredReceipt(CALLER + " k1", 3));

        assertThat(problems()).anyMatch(problem -> problem.startsWith("k1 has event 1, and its receipt is"));
    }

    @Test
    void findAnAnswerThatNoClientShouldGet() {
        tell("k5", 422, 0, "{\"code\":\"KEY_REUSED\"}");

        assertThat(problems()).anyMatch(problem -> problem.startsWith("no answer to be expected"));
    }

    @Test
    void findAHoleInThePositions() {
        StoredEvent last = events.removeLast();
        events.add(
                new StoredEvent(6, last.aggregateId(), last.sequence(), last.type(), last.payload(), last.metadata()));

        assertThat(problems()).contains("event 6 follows event 4");
    }

    @Test
    void findAHoleInTheSequenceOfAnAggregate() {
        StoredEvent last = events.removeLast();
        events.add(new StoredEvent(5, last.aggregateId(), 3, last.type(), last.payload(), last.metadata()));

        assertThat(problems()).contains("event 5 has number 3 in stock:S, where 2 is due");
    }

    @Test
    void findAHeadThatIsNotTheCount() {
        assertThat(OrderOfLogCheck.problems(new StoredLog(events, 7, receipts, 0)))
                .containsExactly("the head is 7 and there are 5 events");
    }

    @Test
    void findStockThatWasSoldTwice() {
        byAutomation("stock:S", 3, "StockReserved", "{\"sku\":\"S\",\"reservationId\":\"O/2\",\"quantity\":1}");

        assertThat(problems()).contains("S has 4 on hand and 5 reserved after event 6");
    }

    @Test
    void findALostUpdate() {
        StoredEvent last = events.removeLast();
        events.add(new StoredEvent(
                5,
                last.aggregateId(),
                2,
                last.type(),
                JSON.readTree("{\"sku\":\"S\",\"counted\":4,\"difference\":4}"),
                last.metadata()));

        assertThat(problems()).contains("event 5 was decided on other stock than 5");
    }

    @Test
    void findAnOrderThatIsStuck() {
        byRequest("k6", "order:P", 0, "OrderPlaced", "{\"orderId\":\"P\",\"lines\":[]}");

        assertThat(problems()).containsExactly("the order P of event 6 is still undecided");
    }

    @Test
    void findAnOrderThatWasDecidedTwice() {
        byAutomation("order:O", 2, "OrderRejected", "{\"orderId\":\"O\"}");

        assertThat(problems()).contains("event 6 makes the order O REJECTED, which was CONFIRMED");
    }

    @Test
    void findAReservationThatACancelledOrderKeeps() {
        byAutomation("order:O", 2, "OrderCancelled", "{\"orderId\":\"O\"}");

        assertThat(problems()).containsExactly("the order O is CANCELLED, and line 1 is OPEN");
    }

    @Test
    void findDeadLetters() {
        deadLetters = 1;

        assertThat(problems()).containsExactly("1 events are dead letters");
    }

    private static Told answer(String instance, int status) {
        return new Told("k4", "POST", instance, status, 0, "{}");
    }

    private List<String> problems() {
        return Checks.problems(told, new StoredLog(events, events.size(), receipts, deadLetters), CALLER);
    }

    private void byRequest(String key, String aggregate, long sequence, String type, String payload) {
        store(aggregate, sequence, type, payload, key);
        receipts.removeIf(receipt -> receipt.key().equals(CALLER + " " + key));
        receipts.add(new StoredReceipt(CALLER + " " + key, events.size()));
        tell(key, 201, events.size(), "{\"changed\":true}");
    }

    private void byAutomation(String aggregate, long sequence, String type, String payload) {
        store(aggregate, sequence, type, payload, "an event");
    }

    private void store(String aggregate, long sequence, String type, String payload, String cause) {
        String metadata = "{\"correlationId\":\"%s\",\"causationId\":\"%s\"}"
                .formatted(cause.equals("an event") ? "k2" : cause, cause);
        events.add(new StoredEvent(
                events.size() + 1, aggregate, sequence, type, JSON.readTree(payload), JSON.readTree(metadata)));
    }

    private void tell(String key, int status, long position, String body) {
        told.put(key, List.of(new Told(key, "POST", "A", status, position, body)));
    }
}
