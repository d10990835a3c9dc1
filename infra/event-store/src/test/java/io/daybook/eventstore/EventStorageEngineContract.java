package io.daybook.eventstore;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every event store of ours does, whatever it stores events in. To run it, extend it and say how a fresh store is
 * made; the class's name ends on {@code IT}. Beyond Axon's own contract it asks for positions that are dense from 1,
 * for appends that fail alone, and for streams that wake on the appends of every instance.
 */
@Timeout(60)
public abstract class EventStorageEngineContract {

    /** What happened, in these tests. */
    public record Noted(String text, List<String> items) {}

    /** What happened, in a later revision. */
    @Revision("2")
    public record Revised(String text) {}

    /** What happened and is of no interest to an upcaster. */
    public record Dropped(int number) {}

    /** A store of its own for one test, with as many engines on it as are asked for. */
    public interface Store extends AutoCloseable {

        /**
         * One more engine instance, as another process would have it; it looks for news by polling at most every
         * minute.
         */
        EventStorageEngine engine(EventUpcaster upcasters);

        default EventStorageEngine engine() {
            return engine(NoOpEventUpcaster.INSTANCE);
        }

        /** An event store over one of the engines. */
        EventStore eventStore(EventStorageEngine engine);

        @Override
        void close();
    }

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Store store;
    private EventStorageEngine engine;

    /** A new and empty store. */
    protected abstract Store freshStore();

    /** The serializer of events and snapshots. */
    protected static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    @BeforeEach
    void openStore() {
        store = freshStore();
        engine = store.engine();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    // append and load

    static Stream<Noted> payloads() {
        return Stream.of(
                new Noted("plain", List.of("a", "b")),
                new Noted("Grüße, 東京, \uD83D\uDE80, \u0000 and \"quotes\"\n", List.of("ñ")),
                new Noted("", List.of()),
                new Noted("x".repeat(1 << 20), List.of("large")));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("payloads")
    void loadsThePayloadThatWasAppended(Noted payload) {
        append(event("note:1", 0, payload));

        assertThat(payloads(loaded("note:1"))).containsExactly(payload);
        assertThat(payloads(tracked(null))).containsExactly(payload);
    }

    @Test
    void identityMetadataRevisionAndTimeSurvive() {
        Instant time = Instant.parse("2026-02-28T23:59:59.123456Z");
        Map<String, String> metadata = Map.of("actor", "Zoë", "cause", "order:1");
        String id = UUID.randomUUID().toString();
        append(new GenericDomainEventMessage<>("Note", "note:1", 0, new Revised("r"), metadata, id, time));

        DomainEventMessage<?> event = loaded("note:1").getFirst();

        assertThat(event.getIdentifier()).isEqualTo(id);
        assertThat(event.getType()).isEqualTo("Note");
        assertThat(event.getAggregateIdentifier()).isEqualTo("note:1");
        assertThat(event.getSequenceNumber()).isZero();
        assertThat(event.getTimestamp()).isEqualTo(time);
        assertThat(event.getMetaData()).isEqualTo(MetaData.from(metadata));
        assertThat(event.getPayload()).isEqualTo(new Revised("r"));
        assertThat(event.getPayloadType()).isEqualTo(Revised.class);
        TrackedEventMessage<?> tracked = tracked(null).getFirst();
        assertThat(tracked.getTimestamp()).isEqualTo(time);
        assertThat(tracked.getMetaData()).isEqualTo(MetaData.from(metadata));
        assertThat(tracked.getIdentifier()).isEqualTo(id);
    }

    @Test
    void theRevisionReachesTheUpcasters() {
        List<String> revisions = new ArrayList<>();
        EventStorageEngine upcasting = store.engine(events -> events.peek(
                event -> revisions.add(String.valueOf(event.getType().getRevision()))));
        append(event("note:1", 0, new Revised("r")), event("note:1", 1, note("n")));

        assertThat(upcasting.readEvents("note:1").asStream()).hasSize(2);
        assertThat(revisions).containsExactly("2", "null");
    }

    @Test
    void loadsAnAggregateInTheOrderOfItsSequence() {
        append(event("note:1", 0, note("a")), event("note:2", 0, note("other")), event("note:1", 1, note("b")));
        append(event("note:1", 2, note("c")));

        assertThat(texts(loaded("note:1"))).containsExactly("a", "b", "c");
        assertThat(loaded("note:1"))
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void loadsAnAggregateFromASequenceNumberOn() {
        append(event("note:1", 0, note("a")), event("note:1", 1, note("b")), event("note:1", 2, note("c")));

        assertThat(texts(engine.readEvents("note:1", 1).asStream().toList())).containsExactly("b", "c");
        assertThat(engine.readEvents("note:1", 3).asStream()).isEmpty();
    }

    @Test
    void loadsAStreamOfManyPages() {
        appendMany("note:1", 2_500, number -> note("n" + number));

        assertThat(loaded("note:1"))
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactlyElementsOf(LongStream.range(0, 2_500).boxed().toList());
        assertThat(positions(tracked(null)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2_500).boxed().toList());
    }

    @Test
    void anUnknownAggregateHasNoEvents() {
        append(event("note:1", 0, note("a")));

        assertThat(loaded("note:2")).isEmpty();
        assertThat(engine.lastSequenceNumberFor("note:2")).isEmpty();
        assertThat(engine.readSnapshot("note:2")).isEmpty();
    }

    @Test
    void anotherInstanceLoadsWhatThisOneAppended() {
        append(event("note:1", 0, note("a")));

        EventStorageEngine other = store.engine();

        assertThat(texts(other.readEvents("note:1").asStream().toList())).containsExactly("a");
    }

    @Test
    void knowsTheLastSequenceNumberOfAnAggregate() {
        append(event("note:1", 0, note("a")), event("note:1", 1, note("b")), event("note:2", 0, note("c")));

        assertThat(engine.lastSequenceNumberFor("note:1")).isEqualTo(Optional.of(1L));
        assertThat(engine.lastSequenceNumberFor("note:2")).isEqualTo(Optional.of(0L));
    }

    @Test
    void anAppendOfNothingChangesNothing() {
        engine.appendEvents(List.of());

        assertThat(head()).isZero();
    }

    @Test
    void keepsAnEventThatNoAggregatePublished() {
        EventMessage<Noted> event = GenericEventMessage.asEventMessage(note("on its own"));
        append(event, event("note:1", 0, note("of an aggregate")));

        List<TrackedEventMessage<?>> tracked = tracked(null);

        assertThat(texts(tracked)).containsExactly("on its own", "of an aggregate");
        assertThat(tracked.getFirst().getIdentifier()).isEqualTo(event.getIdentifier());
        assertThat(tracked.getFirst())
                .satisfiesAnyOf(
                        message -> assertThat(message).isNotInstanceOf(DomainEventMessage.class),
                        message -> assertThat(((DomainEventMessage<?>) message).getType())
                                .isNull());
    }

    // refusals

    @Test
    void refusesASequenceNumberThatIsTaken() {
        append(event("note:1", 0, note("a")), event("note:1", 1, note("b")));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> append(event("note:1", 1, note("late"))));
        assertThat(texts(tracked(null))).containsExactly("a", "b");
    }

    @Test
    void refusesASequenceNumberThatAnotherInstanceTook() {
        append(event("note:1", 0, note("a")));
        store.engine().appendEvents(event("note:1", 1, note("b")));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> append(event("note:1", 1, note("late"))));
    }

    @Test
    void refusesTheFirstEventOfAnAggregateThatExists() {
        append(event("note:1", 0, note("a")));

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> append(event("note:1", 0, note("again"))));
        assertThat(texts(tracked(null))).containsExactly("a");
    }

    @Test
    void refusesASequenceNumberWithoutItsPredecessor() {
        append(event("note:1", 0, note("a")));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> append(event("note:1", 2, note("too far"))));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> append(event("note:2", 1, note("no first event"))));
        assertThatThrownBy(() -> append(event("note:3", 0, note("first")), event("note:3", 2, note("third"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(texts(tracked(null))).containsExactly("a");
    }

    @Test
    void refusesAnEventIdThatIsKnown() {
        DomainEventMessage<Noted> first = event("note:1", 0, note("a"));
        append(first);
        DomainEventMessage<Noted> sameId = new GenericDomainEventMessage<>(
                "Note", "note:1", 1, note("b"), MetaData.emptyInstance(), first.getIdentifier(), NOON);

        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> append(sameId));
        assertThat(texts(tracked(null))).containsExactly("a");
    }

    @Test
    void refusesAnAppendThatHoldsTheSameSequenceNumberTwice() {
        assertThatThrownBy(() -> append(event("note:1", 0, note("a")), event("note:1", 0, note("b"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(tracked(null)).isEmpty();
    }

    @Test
    void storesNothingOfARefusedAppend() {
        append(event("note:1", 0, note("a")));

        assertThatThrownBy(() -> append(
                        event("note:2", 0, note("fits")),
                        event("note:1", 0, note("conflicts")),
                        event("note:3", 0, note("fits"))))
                .isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);

        assertThat(texts(tracked(null))).containsExactly("a");
        assertThat(loaded("note:2")).isEmpty();
        append(event("note:2", 0, note("b")));
        assertThat(positions(tracked(null))).containsExactly(1L, 2L);
    }

    @Test
    void aRefusedAppendLeavesItsNeighboursAlone() throws Exception {
        append(event("note:taken", 0, note("a")));

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> outcomes = IntStream.range(0, 64)
                    .mapToObj(caller -> callers.submit(() ->
                            accepts(event(caller % 2 == 0 ? "note:" + caller : "note:taken", 0, note("c" + caller)))))
                    .toList();
            for (int caller = 0; caller < 64; caller++) {
                assertThat(outcomes.get(caller).get()).as("caller %d", caller).isEqualTo(caller % 2 == 0);
            }
        }

        assertThat(positions(tracked(null)))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 33).boxed().toList());
    }

    // snapshots

    @Test
    void keepsASnapshot() {
        engine.storeSnapshot(event("note:1", 7, new Noted("state", List.of("x"))));

        DomainEventMessage<?> snapshot = engine.readSnapshot("note:1").orElseThrow();

        assertThat(snapshot.getPayload()).isEqualTo(new Noted("state", List.of("x")));
        assertThat(snapshot.getSequenceNumber()).isEqualTo(7);
        assertThat(snapshot.getType()).isEqualTo("Note");
        assertThat(tracked(null)).isEmpty();
    }

    @Test
    void theLatestSnapshotIsTheOneRead() {
        engine.storeSnapshot(event("note:1", 7, note("older")));
        engine.storeSnapshot(event("note:1", 9, note("newer")));

        assertThat(engine.readSnapshot("note:1").orElseThrow().getPayload()).isEqualTo(note("newer"));
    }

    @Test
    void anOlderSnapshotNeverReplacesANewer() {
        engine.storeSnapshot(event("note:1", 9, note("newer")));
        engine.storeSnapshot(event("note:1", 7, note("older")));

        assertThat(engine.readSnapshot("note:1").orElseThrow().getPayload()).isEqualTo(note("newer"));
    }

    @Test
    void aSnapshotMadeAgainReplacesTheFormerOne() {
        engine.storeSnapshot(event("note:1", 7, note("as it was understood")));
        engine.storeSnapshot(event("note:1", 7, new Revised("as it is understood now")));

        assertThat(engine.readSnapshot("note:1").orElseThrow().getPayload())
                .isEqualTo(new Revised("as it is understood now"));
    }

    // tracking

    @Test
    void tracksAllEventsInTheOrderOfTheirAppends() {
        append(event("note:2", 0, note("a")));
        append(event("note:1", 0, note("b")), event("note:2", 1, note("c")));
        append(event("note:1", 1, note("d")));

        assertThat(texts(tracked(null))).containsExactly("a", "b", "c", "d");
        assertThat(positions(tracked(null))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void tracksOnFromAToken() {
        append(event("note:1", 0, note("a")), event("note:1", 1, note("b")), event("note:1", 2, note("c")));
        TrackingToken second = tracked(null).get(1).trackingToken();

        assertThat(texts(tracked(second))).containsExactly("c");
        assertThat(tracked(tracked(null).get(2).trackingToken())).isEmpty();
    }

    @Test
    void theTailTokenIsBeforeTheFirstEvent() {
        append(event("note:1", 0, note("a")), event("note:1", 1, note("b")));

        assertThat(texts(tracked(engine.createTailToken()))).containsExactly("a", "b");
    }

    @Test
    void theHeadTokenIsAtTheLastEvent() {
        append(event("note:1", 0, note("a")), event("note:1", 1, note("b")));
        TrackingToken head = engine.createHeadToken();

        assertThat(tracked(head)).isEmpty();
        append(event("note:1", 2, note("c")));
        assertThat(texts(tracked(head))).containsExactly("c");
    }

    @Test
    void anEmptyStoreHasTokensToStartFrom() {
        List<TrackingToken> tokens = Stream.of(
                        engine.createTailToken(), engine.createHeadToken(), engine.createTokenAt(NOON))
                .toList();
        append(event("note:1", 0, note("a")));

        assertThat(tokens).allSatisfy(token -> assertThat(texts(tracked(token))).containsExactly("a"));
    }

    static Stream<Object[]> instants() {
        return Stream.of(
                new Object[] {"before the first", NOON.minusSeconds(1), List.of("0", "10", "20")},
                new Object[] {"at the first", NOON, List.of("0", "10", "20")},
                new Object[] {"between", NOON.plusSeconds(5), List.of("10", "20")},
                new Object[] {"at the second", NOON.plusSeconds(10), List.of("10", "20")},
                new Object[] {"just after the second", NOON.plusSeconds(10).plusNanos(1_000), List.of("20")},
                new Object[] {"at the last", NOON.plusSeconds(20), List.of("20")},
                new Object[] {"after the last", NOON.plusSeconds(21), List.of()});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("instants")
    void aTokenAtAnInstantIsBeforeTheEventsFromThenOn(String where, Instant instant, List<String> expected) {
        append(at("note:1", NOON, "0"), at("note:2", NOON.plusSeconds(10), "10"));
        append(at("note:3", NOON.plusSeconds(20), "20"));

        assertThat(texts(tracked(engine.createTokenAt(instant)))).as(where).isEqualTo(expected);
    }

    @Test
    void aTokenAtAnInstantMissesNoNeighbourOutOfOrder() {
        append(at("note:1", NOON.plusSeconds(20), "20"), at("note:2", NOON, "0"));
        append(at("note:3", NOON.plusSeconds(30), "30"), at("note:4", NOON.plusSeconds(10), "10"));

        assertThat(texts(tracked(engine.createTokenAt(NOON.plusSeconds(5))))).containsExactly("20", "0", "30", "10");
        assertThat(texts(tracked(engine.createTokenAt(NOON.plusSeconds(25))))).containsExactly("30", "10");
    }

    @Test
    void aTokenAtTheInstantOfAnEventIsBeforeIt() {
        Instant finerThanStored = NOON.plusNanos(1_999);
        append(at("note:1", finerThanStored, "a"));

        assertThat(texts(tracked(engine.createTokenAt(finerThanStored)))).containsExactly("a");
    }

    // upcasters

    @Test
    void upcastersApplyToAggregatesToTrackingAndToStreams() throws Exception {
        EventStorageEngine upcasting = store.engine(new AmericanSpelling());
        append(event("note:1", 0, note("colour")));

        assertThat(texts(upcasting.readEvents("note:1").asStream().toList())).containsExactly("color");
        assertThat(payloads(
                        upcasting.readEvents(upcasting.createTailToken(), false).toList()))
                .containsExactly(note("color"));
        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.eventStore(upcasting).openStream(null)) {
            assertThat(next(stream).getPayload()).isEqualTo(note("color"));
        }
    }

    @Test
    void aStreamPassesEventsThatUpcastersDrop() throws Exception {
        EventStorageEngine dropping = store.engine(EventStorageEngineContract::withoutDropped);
        append(event("note:1", 0, note("first")));
        appendMany("drop:1", 2_500, Dropped::new);
        append(event("note:1", 1, note("second")));
        append(event("drop:2", 0, new Dropped(0)));

        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.eventStore(dropping).openStream(null)) {
            assertThat(next(stream).getPayload()).isEqualTo(note("first"));
            // one answer: a processor that was told "nothing" would not ask again before the next append
            assertThat(stream.hasNextAvailable()).isTrue();
            assertThat(next(stream).getPayload()).isEqualTo(note("second"));
            assertThat(stream.hasNextAvailable(1, MILLISECONDS)).isFalse();
            append(event("note:1", 2, note("third")));
            assertThat(next(stream).getPayload()).isEqualTo(note("third"));
        }
        assertThat(texts(dropping.readEvents(dropping.createTailToken(), false).toList()))
                .containsExactly("first", "second", "third");
        assertThat(dropping.readEvents("drop:1").asStream()).isEmpty();
    }

    // streams

    @Test
    void aStreamGivesWhatIsThereAndThenWhatComes() throws Exception {
        append(event("note:1", 0, note("a")), event("note:1", 1, note("b")));
        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.eventStore(engine).openStream(null)) {
            assertThat(next(stream).getPayload()).isEqualTo(note("a"));
            assertThat(stream.peek().orElseThrow().getPayload()).isEqualTo(note("b"));
            assertThat(next(stream).getPayload()).isEqualTo(note("b"));
            assertThat(stream.peek()).isEmpty();
            append(event("note:1", 2, note("c")));
            assertThat(stream.hasNextAvailable()).isTrue();
            assertThat(next(stream).getPayload()).isEqualTo(note("c"));
        }
    }

    @Test
    void aStreamStartsAfterItsToken() throws Exception {
        append(event("note:1", 0, note("a")), event("note:1", 1, note("b")));
        TrackingToken first = tracked(null).getFirst().trackingToken();

        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.eventStore(engine).openStream(first)) {
            assertThat(next(stream).getPayload()).isEqualTo(note("b"));
        }
    }

    @Test
    void aWaitingStreamWakesOnAnAppendOfItsInstance() throws Exception {
        wakesWaiting(engine, engine);
    }

    @Test
    void aWaitingStreamWakesOnAnAppendOfAnotherInstance() throws Exception {
        wakesWaiting(store.engine(), engine);
    }

    @Test
    void aCallbackIsCalledOnAnAppendOfItsInstance() throws Exception {
        callsBack(engine, engine);
    }

    @Test
    void aCallbackIsCalledOnAnAppendOfAnotherInstance() throws Exception {
        callsBack(store.engine(), engine);
    }

    @Test
    void aCallbackThatFailsIsNoConcernOfTheAppend() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.eventStore(engine).openStream(null)) {
            stream.setOnAvailableCallback(() -> {
                throw new IllegalStateException("a reader's own trouble");
            });
            append(event("note:1", 0, note("a")));
            assertThat(next(stream).getPayload()).isEqualTo(note("a"));
        }
    }

    private void wakesWaiting(EventStorageEngine reading, EventStorageEngine appending) throws Exception {
        appending.appendEvents(event("note:1", 0, note("before")));
        try (BlockingStream<TrackedEventMessage<?>> stream =
                        store.eventStore(reading).openStream(null);
                ExecutorService reader = Executors.newSingleThreadExecutor()) {
            assertThat(next(stream).getPayload()).isEqualTo(note("before"));
            Future<TrackedEventMessage<?>> woken = reader.submit(stream::nextAvailable);
            appending.appendEvents(event("note:1", 1, note("news")));

            assertThat(woken.get(SOON.toSeconds(), SECONDS).getPayload()).isEqualTo(note("news"));
        }
    }

    private void callsBack(EventStorageEngine reading, EventStorageEngine appending) throws Exception {
        appending.appendEvents(event("note:1", 0, note("before")));
        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.eventStore(reading).openStream(null)) {
            assertThat(next(stream).getPayload()).isEqualTo(note("before"));
            CountDownLatch called = new CountDownLatch(1);
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
            appending.appendEvents(event("note:1", 1, note("news")));

            assertThat(called.await(SOON.toSeconds(), SECONDS)).isTrue();
            assertThat(stream.hasNextAvailable()).isTrue();
            assertThat(next(stream).getPayload()).isEqualTo(note("news"));
        }
    }

    // many writers

    @Test
    void everyAcknowledgedEventIsReadOnceAndInOrderWhileManyWrite() throws Exception {
        long seed = new Random().nextLong();
        EventStorageEngine other = store.engine();
        try (ConcurrentTraffic traffic =
                new ConcurrentTraffic(seed, Map.of(engine, store.eventStore(engine), other, store.eventStore(other)))) {
            traffic.write(8, 40);
            traffic.assertEverythingReadOnceAndInOrder(head());

            assertThat(traffic.conflicts()).as("conflicts, seed %d", seed).isPositive();
            assertThat(traffic.aborts()).as("aborts, seed %d", seed).isPositive();
        }
    }

    // what the tests are written in

    /** A note without items. */
    protected static Noted note(String text) {
        return new Noted(text, List.of());
    }

    /** An event of an aggregate, recorded now. */
    protected static <T> DomainEventMessage<T> event(String aggregate, long sequence, T payload) {
        return new GenericDomainEventMessage<>("Note", aggregate, sequence, payload);
    }

    private static DomainEventMessage<Noted> at(String aggregate, Instant time, String text) {
        return new GenericDomainEventMessage<>(
                "Note",
                aggregate,
                0,
                note(text),
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                time);
    }

    private void append(EventMessage<?>... events) {
        engine.appendEvents(events);
    }

    private boolean accepts(EventMessage<?> event) {
        try {
            engine.appendEvents(event);
            return true;
        } catch (AggregateStreamCreationException _) {
            return false;
        }
    }

    private void appendMany(String aggregate, int count, Function<Integer, Object> payload) {
        for (int first = 0; first < count; first += 500) {
            engine.appendEvents(IntStream.range(first, Math.min(first + 500, count))
                    .mapToObj(number -> event(aggregate, number, payload.apply(number)))
                    .toList());
        }
    }

    private List<? extends DomainEventMessage<?>> loaded(String aggregate) {
        return engine.readEvents(aggregate).asStream().toList();
    }

    @SuppressWarnings("NullAway") // Axon's tracking token is null where there is none
    private List<TrackedEventMessage<?>> tracked(@org.jspecify.annotations.Nullable TrackingToken token) {
        return new ArrayList<>(engine.readEvents(token, false).toList());
    }

    private long head() {
        return engine.createHeadToken().position().orElseThrow();
    }

    private static List<Long> positions(List<TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }

    private static List<Object> payloads(List<? extends EventMessage<?>> events) {
        return events.stream().<Object>map(EventMessage::getPayload).toList();
    }

    private static List<String> texts(List<? extends EventMessage<?>> events) {
        return events.stream().map(event -> ((Noted) event.getPayload()).text()).toList();
    }

    private static TrackedEventMessage<?> next(BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        assertThat(stream.hasNextAvailable(Math.toIntExact(SOON.toMillis()), MILLISECONDS))
                .isTrue();
        return stream.nextAvailable();
    }

    private static Stream<IntermediateEventRepresentation> withoutDropped(
            Stream<IntermediateEventRepresentation> events) {
        return events.filter(event -> !event.getType().getName().equals(Dropped.class.getName()));
    }

    private static final class AmericanSpelling extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals(Noted.class.getName());
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(Noted.class.getName(), "2"),
                    byte[].class,
                    payload -> new String(payload, StandardCharsets.UTF_8)
                            .replace("colour", "color")
                            .getBytes(StandardCharsets.UTF_8));
        }
    }
}
