package io.daybook.command.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Command;
import io.daybook.api.Money;
import io.daybook.api.pricing.Prices;
import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.command.ProposePrice;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposalRejected;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.PricingStrategySet;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.command.Fixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is proposed, approved, set and scheduled: a price that comes from a proposal keeps to the policy of its
 * time.
 */
class PriceRandomTest {

    private static final int COMMANDS = 400;
    private static final String[] ENDINGS = {".99", ".95", ".5", null, null};

    private static final List<PricingMode> MODES = List.of(
            PricingMode.MANUAL, PricingMode.PROPOSE, PricingMode.PROPOSE, PricingMode.AUTOMATIC, PricingMode.AUTOMATIC);

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private Instant now = Prices.VALID_FROM;
    private int proposals;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noProposalLeadsOutOfThePolicy(long seed) {
        subscribe();
        Random random = new Random(seed);
        send(Prices.set("5.00", now));
        for (int step = 0; step < COMMANDS; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(600)));
            send(any(random));
        }

        Audit audit = new Audit();
        events().forEach(event -> audit.check((PricingEvent) event.getPayload(), event.getSequenceNumber()));
        assertThat(audit.changes).as("changes by proposals").isGreaterThan(10);
        assertThat(audit.declined).as("declined proposals").isGreaterThan(10);
    }

    private Command any(Random random) {
        String amount = "%d.%02d".formatted(random.nextInt(12), random.nextInt(100));
        String earlier = "P-" + random.nextInt(proposals + 1);
        return switch (random.nextInt(20)) {
            case 0 -> Prices.set(amount, now);
            case 1 -> Prices.setPolicy(policy(random));
            case 2 ->
                Prices.schedule("S-" + random.nextInt(20), amount, now.plus(Duration.ofHours(random.nextInt(40))), now);
            case 3 -> Prices.cancel("S-" + random.nextInt(20), now);
            case 4, 5, 6 -> Prices.approve(earlier, now);
            case 7 -> Prices.reject(earlier);
            default -> propose(amount, random);
        };
    }

    private ProposePrice propose(String amount, Random random) {
        long basis = random.nextInt(10) == 0 ? random.nextInt(10) : inForceVersion();
        return new ProposePrice(
                Prices.SKU,
                "P-" + proposals++,
                Money.of(amount, "GBP"),
                Prices.PROPOSER,
                Map.of(),
                basis,
                now.plus(Duration.ofDays(random.nextInt(3))),
                now);
    }

    private static PricingPolicy policy(Random random) {
        BigDecimal floor = BigDecimal.valueOf(random.nextInt(500), 2);
        return new PricingPolicy(
                "GBP",
                floor,
                floor.add(BigDecimal.valueOf(random.nextInt(800), 2)),
                random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(1, 60), 2),
                Duration.ofHours(random.nextInt(24)),
                ENDINGS[random.nextInt(ENDINGS.length)],
                MODES.get(random.nextInt(MODES.size())));
    }

    private long inForceVersion() {
        Audit audit = new Audit();
        events().forEach(event -> audit.follow((PricingEvent) event.getPayload(), event.getSequenceNumber()));
        return audit.starts.floorEntry(now).getValue().version();
    }

    /** Refusals are as good as answers here. */
    private void send(Command command) {
        bus.<Command, Object>dispatch(new GenericCommandMessage<>(command), (_, _) -> {});
    }

    private List<? extends DomainEventMessage<?>> events() {
        return engine.readEvents("price:" + Prices.SKU).asStream().toList();
    }

    private void subscribe() {
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        AggregateAnnotationCommandHandler.<Price>builder()
                .aggregateType(Price.class)
                .repository(EventSourcingRepository.builder(Price.class)
                        .eventStore(store)
                        .build())
                .commandTargetResolver(Fixtures.byAggregateId())
                .build()
                .subscribe(bus);
    }

    private record Start(BigDecimal amount, long version) {}

    /** Reads the log from its beginning, as an auditor would, with rules of its own. */
    private static final class Audit {

        private final TreeMap<Instant, Start> starts = new TreeMap<>();
        private final Map<String, Instant> scheduled = new HashMap<>();
        private @Nullable PricingPolicySet policy;
        private int changes;
        private int declined;

        void check(PricingEvent event, long sequence) {
            if (event instanceof PriceChanged changed) {
                changes++;
                keepsToThePolicy(changed, Objects.requireNonNull(policy));
            }
            if (event instanceof PriceProposalDeclined) {
                declined++;
            }
            follow(event, sequence);
        }

        private void keepsToThePolicy(PriceChanged changed, PricingPolicySet limits) {
            BigDecimal amount = changed.amount();
            Map.Entry<Instant, Start> before = starts.floorEntry(changed.changedAt());
            BigDecimal inForce = before.getValue().amount();
            assertThat(amount).as("%s", changed).isBetween(limits.floor(), limits.ceiling());
            assertThat(amount).as("%s", changed).isNotEqualByComparingTo(inForce);
            if (limits.largestStep() != null) {
                assertThat(amount.subtract(inForce).abs())
                        .as("%s", changed)
                        .isLessThanOrEqualTo(inForce.multiply(limits.largestStep()));
            }
            assertThat(Duration.between(before.getKey(), changed.changedAt()))
                    .as("%s", changed)
                    .isGreaterThanOrEqualTo(Duration.parse(limits.minimumInterval()));
            if (limits.ending() != null) {
                assertThat(amount.toPlainString()).as("%s", changed).endsWith(limits.ending());
            }
            assertThat(limits.mode())
                    .as("%s", changed)
                    .isIn(changed.approvedBy() == null ? List.of("AUTOMATIC") : List.of("AUTOMATIC", "PROPOSE"));
            assertThat(changed.explanation().basis())
                    .isEqualTo(before.getValue().version());
        }

        void follow(PricingEvent event, long sequence) {
            switch (event) {
                case ListPriceSet set -> starts.put(set.validFrom(), new Start(set.amount(), sequence));
                case PriceChanged changed -> starts.put(changed.changedAt(), new Start(changed.amount(), sequence));
                case PriceScheduled set -> {
                    starts.put(set.startsAt(), new Start(set.amount(), sequence));
                    scheduled.put(set.scheduleId(), set.startsAt());
                }
                case ScheduledPriceCancelled cancelled -> starts.remove(scheduled.get(cancelled.scheduleId()));
                case PricingPolicySet set -> policy = set;
                case PricingStrategySet _ -> {}
                case PriceProposed _, PriceProposalDeclined _, PriceProposalRejected _ -> {}
            }
        }
    }
}
