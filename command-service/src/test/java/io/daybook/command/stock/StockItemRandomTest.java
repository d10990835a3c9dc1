package io.daybook.command.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Command;
import io.daybook.api.stock.Stocks;
import io.daybook.api.stock.command.ReservationOutcome;
import io.daybook.command.Fixtures;
import io.daybook.command.platform.Rejected;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random commands to one item, decided each time on replayed state, once with snapshots in JSON and once without. */
class StockItemRandomTest {

    private static final int COMMANDS = 200;
    private static final int NO_SNAPSHOTS = Integer.MAX_VALUE;

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final SnapshotsInJson engine = new SnapshotsInJson();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void decidesAsANaiveModelDoes(long seed) {
        decidesAsTheModel(seed, NO_SNAPSHOTS);
        assertThat(engine.written).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void decidesTheSameFromSnapshots(long seed) {
        decidesAsTheModel(seed, 3);
        assertThat(engine.written).isGreaterThan(10);
    }

    private void decidesAsTheModel(long seed, int snapshotEvery) {
        subscribe(snapshotEvery);
        Random random = new Random(seed);
        Model model = new Model();
        for (int step = 0; step < COMMANDS; step++) {
            Command command = step == 0 ? Stocks.receive("0", 20) : any(random);
            assertThat(decide(command)).as("step %d: %s", step, command).isEqualTo(model.decide(command));
            assertThat(model.reserved).as("step %d", step).isBetween(0L, model.onHand);
        }
    }

    private static Command any(Random random) {
        String id = Integer.toString(random.nextInt(60));
        long quantity = random.nextLong(1, 4);
        return switch (random.nextInt(9)) {
            case 0 -> Stocks.receive(id, quantity);
            case 1, 2 -> Stocks.reserve(id, quantity);
            case 3 -> Stocks.release(id);
            case 4 -> Stocks.dispatch(id);
            case 5 -> Stocks.count(id, random.nextInt(20));
            case 6 -> Stocks.reserveUntil(id, quantity, Stocks.TIME.plusNanos(random.nextInt(5)));
            case 7 -> Stocks.expire(id, Stocks.TIME.plusNanos(random.nextInt(8)));
            default -> Stocks.writeOff(id, quantity);
        };
    }

    /** The answer or the code of the refusal, and how many events there are then. */
    private String decide(Command command) {
        CommandResultMessage<?>[] answer = new CommandResultMessage<?>[1];
        bus.<Command, Object>dispatch(new GenericCommandMessage<>(command), (_, result) -> answer[0] = result);
        Object outcome = answer[0].isExceptional()
                ? answer[0]
                        .optionalExceptionResult()
                        .map(failure -> failure instanceof Rejected rejected ? rejected.code() : failure)
                        .orElseThrow()
                : answer[0].getPayload();
        long events = engine.lastSequenceNumberFor(command.aggregateId()).orElse(-1L) + 1;
        return outcome + " " + events;
    }

    private void subscribe(int snapshotEvery) {
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        AggregateSnapshotter snapshotter = AggregateSnapshotter.builder()
                .eventStore(store)
                .aggregateFactories(List.of(new GenericAggregateFactory<>(StockItem.class)))
                .build();
        EventSourcingRepository<StockItem> repository = EventSourcingRepository.builder(StockItem.class)
                .eventStore(store)
                .snapshotTriggerDefinition(new EventCountSnapshotTriggerDefinition(snapshotter, snapshotEvery))
                .build();
        AggregateAnnotationCommandHandler.<StockItem>builder()
                .aggregateType(StockItem.class)
                .repository(repository)
                .commandTargetResolver(Fixtures.byAggregateId())
                .build()
                .subscribe(bus);
    }

    /** Keeps a snapshot as the store does: as JSON. */
    private static final class SnapshotsInJson extends InMemoryEventStorageEngine {

        private final Jackson3Serializer serializer =
                Jackson3Serializer.builder().build();
        private int written;
        private @Nullable DomainEventMessage<?> latest;

        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            SerializedObject<byte[]> json = serializer.serialize(snapshot.getPayload(), byte[].class);
            Object read = serializer.deserialize(json);
            latest = new GenericDomainEventMessage<>(
                    snapshot.getType(), snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber(), read);
            written++;
        }

        @Override
        public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
            // each reader gets an instance of its own, as it would from a database
            return Optional.ofNullable(latest)
                    .map(snapshot -> new GenericDomainEventMessage<>(
                            snapshot.getType(),
                            snapshot.getAggregateIdentifier(),
                            snapshot.getSequenceNumber(),
                            serializer.<byte[], Object>deserialize(
                                    serializer.serialize(snapshot.getPayload(), byte[].class))));
        }
    }

    /** The same decisions, said as plainly as can be. */
    private static final class Model {

        private final Map<String, Long> bookings = new HashMap<>();
        private final Map<String, Long> quantities = new HashMap<>();
        private final Map<String, String> states = new HashMap<>();
        private final Map<String, Instant> expiries = new HashMap<>();
        private long onHand;
        private long reserved;
        private long events;

        private String decide(Command command) {
            return switch (command) {
                case io.daybook.api.stock.command.ReceiveStock receive ->
                    book("receipt" + receive.receiptId(), receive.quantity(), true, onHand + receive.quantity());
                case io.daybook.api.stock.command.CountStock count ->
                    book("count" + count.countId(), count.counted(), count.counted() >= reserved, count.counted());
                case io.daybook.api.stock.command.WriteOffStock writeOff ->
                    book(
                            "writeOff" + writeOff.writeOffId(),
                            writeOff.quantity(),
                            onHand - reserved >= writeOff.quantity(),
                            onHand - writeOff.quantity());
                case io.daybook.api.stock.command.ReserveStock reserve ->
                    reserve(reserve.reservationId(), reserve.quantity(), reserve.expiresAt());
                case io.daybook.api.stock.command.ExpireReservation expire ->
                    expire(expire.reservationId(), expire.at());
                case io.daybook.api.stock.command.ReleaseReservation release ->
                    end(release.reservationId(), "RELEASED");
                case io.daybook.api.stock.command.DispatchReserved dispatch ->
                    end(dispatch.reservationId(), "DISPATCHED");
                default -> throw new IllegalArgumentException(command.toString());
            };
        }

        private String book(String id, long quantity, boolean allowed, long after) {
            Long known = bookings.get(id);
            if (known != null) {
                return known == quantity ? "null " + events : "ID_TAKEN " + events;
            }
            if (!allowed) {
                return "STOCK_INSUFFICIENT " + events;
            }
            bookings.put(id, quantity);
            onHand = after;
            return "null " + ++events;
        }

        private String reserve(String id, long quantity, @Nullable Instant expiresAt) {
            long available = onHand - reserved;
            String known = states.get(id);
            if (known != null) {
                return quantities.getOrDefault(id, 0L) == quantity
                        ? new ReservationOutcome(!known.equals("REFUSED"), available) + " " + events
                        : "ID_TAKEN " + events;
            }
            boolean fits = quantity <= available;
            quantities.put(id, quantity);
            states.put(id, fits ? "OPEN" : "REFUSED");
            expiries.put(id, expiresAt == null ? Instant.MAX : expiresAt);
            reserved += fits ? quantity : 0;
            return new ReservationOutcome(fits, available) + " " + ++events;
        }

        private String expire(String id, Instant time) {
            return expiries.getOrDefault(id, Instant.MAX).isBefore(time) ? end(id, "RELEASED") : "null " + events;
        }

        private String end(String id, String state) {
            String known = states.get(id);
            if ("OPEN".equals(known)) {
                states.put(id, state);
                reserved -= quantities.getOrDefault(id, 0L);
                onHand -= state.equals("DISPATCHED") ? quantities.getOrDefault(id, 0L) : 0;
                return "null " + ++events;
            }
            return state.equals("RELEASED") || state.equals(known) ? "null " + events : "RESERVATION_UNKNOWN " + events;
        }
    }
}
