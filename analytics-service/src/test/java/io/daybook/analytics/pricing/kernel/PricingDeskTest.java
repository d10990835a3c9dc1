package io.daybook.analytics.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricingDeskTest {

    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final DeskSettings HOURLY =
            new DeskSettings(Duration.ofHours(1), Duration.ofHours(2), DemandTuning.STANDARD);
    private static final Guardrails LIMITS = new Guardrails(10_000, 100_000, 5_000L, Duration.ZERO, null);

    private final PricingDesk desk = new PricingDesk(HOURLY);
    private long position;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void decidesAfterAWindowAndProposesWhereItMay(Mode mode) {
        begin("MUG", mode);
        sell("MUG", 0, 1);
        assertThat(sell("MUG", 59, 1)).isEmpty();
        List<PricingReceipt> decided = sell("MUG", 70, 2);
        if (mode == Mode.OFF) {
            assertThat(decided).isEmpty();
            return;
        }
        PricingReceipt receipt = decided.getFirst();
        assertThat(receipt.decision().verdict()).isEqualTo(Verdict.MOVE);
        assertThat(receipt.isProposed()).isEqualTo(mode == Mode.PROPOSE || mode == Mode.AUTOMATIC);
        assertThat(receipt.inputs().evidence().sold()).isEqualTo(4);
        assertThat(receipt.inputs().evidence().firstPosition()).isEqualTo(1);
        assertThat(receipt.inputs().evidence().lastPosition()).isEqualTo(position);
        assertThat(receipt.recomputed().bytes()).isEqualTo(receipt.bytes());
    }

    @Test
    void decidesNothingWithoutAPolicy() {
        take(null, priced("MUG", 40_000, 0), steered("MUG", Mode.SHADOW));
        sell("MUG", 0, 1);
        assertThat(sell("MUG", 90, 1)).isEmpty();
        take(null, new ShopFact.Limited("MUG", LIMITS));
        assertThat(sell("MUG", 200, 1)).hasSize(1);
    }

    @Test
    void countsOnlyTheTimeInStock() {
        begin("MUG", Mode.SHADOW);
        sell("TEA", 0, 1);
        take(null, new ShopFact.Stocked("MUG", 1));
        sell("TEA", 30, 1);
        take(null, new ShopFact.Stocked("MUG", -1));
        sell("TEA", 60, 1);
        take(null, new ShopFact.Stocked("MUG", 5));
        PricingReceipt receipt = sell("MUG", 75, 1).getFirst();
        assertThat(receipt.inputs().evidence().exposed()).isEqualTo(0.75);
    }

    @Test
    void countsTheTimeInWhichNothingWasSoldAnywhereAsAnHour() {
        begin("MUG", Mode.SHADOW);
        sell("MUG", 0, 1);
        PricingReceipt receipt = sell("MUG", 600, 1).getFirst();
        assertThat(receipt.inputs().evidence().exposed()).isEqualTo(1);
    }

    @Test
    void looksAtWhatNobodyBuys() {
        begin("MUG", Mode.SHADOW);
        sell("TEA", 0, 1);
        sell("TEA", 60, 1);
        assertThat(sell("TEA", 119, 1)).isEmpty();
        PricingReceipt receipt = sell("TEA", 120, 1).getFirst();
        assertThat(receipt.inputs().sku()).isEqualTo("MUG");
        assertThat(receipt.inputs().evidence().sold()).isZero();
        assertThat(receipt.inputs().evidence().exposed()).isEqualTo(2);
    }

    @Test
    void waitsForTheAnswerToAProposal() {
        begin("MUG", Mode.AUTOMATIC);
        sell("MUG", 0, 1);
        assertThat(sell("MUG", 60, 1)).hasSize(1);
        // the next window ends before the answer, which a refused proposal would never get
        PricingDesk unanswered = copy();
        assertThat(unanswered.apply(sale("MUG", 119, 1))).isEmpty();
        position--;
        take(null, new ShopFact.Answered("MUG"));
        assertThat(sell("MUG", 121, 1)).hasSize(1);
        assertThat(unanswered.apply(sale("MUG", 181, 1))).hasSize(1);
    }

    @Test
    void learnsAnAnnouncedPriceWhenItsTimeComes() {
        begin("MUG", Mode.SHADOW);
        sell("MUG", 0, 1);
        take(null, new ShopFact.Announced("MUG", "SALE", new PriceNow(30_000, 9, NINE.plus(Duration.ofMinutes(90)))));
        take(null, new ShopFact.Announced("MUG", "NEVER", new PriceNow(20_000, 9, NINE.plus(Duration.ofMinutes(91)))));
        take(null, new ShopFact.CalledOff("MUG", "NEVER"));
        sell("MUG", 95, 1);
        assertThat(desk.standing("MUG").orElseThrow().price())
                .isEqualTo(new PriceNow(30_000, 9, NINE.plus(Duration.ofMinutes(90))));
    }

    @Test
    void freezesWhereEventsAreLostAndThawsAnHourLater() {
        begin("MUG", Mode.AUTOMATIC);
        sell("MUG", 0, 1);
        position += 3;
        desk.lost(position + 1);
        PricingReceipt frozen = sell("MUG", 60, 1).getFirst();
        assertThat(frozen.decision().verdict()).isEqualTo(Verdict.MOVE);
        position += 3;
        desk.lost(position + 1);
        sell("MUG", 65, 1);
        assertThat(desk.source().freeze()).isEqualTo(Verdict.FROZEN_LOST);
        take(null, new ShopFact.Answered("MUG"));
        assertThat(sell("MUG", 119, 1)).isEmpty();
        assertThat(sell("MUG", 120, 1).getFirst().decision().verdict()).isEqualTo(Verdict.MOVE);
        assertThat(desk.source().freeze()).isNull();
    }

    @Test
    void freezesWhereTheUsualSalesStayOut() {
        begin("MUG", Mode.AUTOMATIC);
        for (int minute = 0; minute < 8 * 24 * 60; minute += 2) {
            sell("TEA", minute, 1);
        }
        assertThat(desk.source().freeze()).isNull();
        PricingReceipt receipt = sell("TEA", 8 * 24 * 60 + 300, 1).getFirst();
        assertThat(receipt.inputs().sku()).isEqualTo("MUG");
        assertThat(receipt.decision().verdict()).isEqualTo(Verdict.FROZEN_LOST);
    }

    @Test
    void takesAnEventOnce() {
        begin("MUG", Mode.SHADOW);
        ShopEvent event = sale("MUG", 0, 3);
        desk.apply(event);
        desk.apply(event);
        assertThat(desk.standing("MUG").orElseThrow().sold()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesTheSameReceiptsWhereverItWasTakenUpAgain(long seed) {
        List<ShopEvent> events = trade(new Random(seed), 3_000);
        List<String> whole = receipts(new PricingDesk(HOURLY), events);
        assertThat(whole).hasSizeGreaterThan(50);
        List<String> parts = new ArrayList<>();
        Map<String, byte[]> stored = new HashMap<>();
        for (int from = 0; from < events.size(); from += 100) {
            PricingDesk part = new PricingDesk(HOURLY);
            stored.forEach(part::restore);
            parts.addAll(receipts(part, events.subList(from, Math.min(events.size(), from + 100))));
            part.drain(stored::put);
        }
        assertThat(parts).isEqualTo(whole);
        assertThat(events)
                .allSatisfy(event -> assertThat(ShopEventFormat.eventOf(ShopEventFormat.bytesOf(event)))
                        .isEqualTo(event));
    }

    private static List<String> receipts(PricingDesk desk, List<ShopEvent> events) {
        return events.stream()
                .flatMap(event -> desk.apply(event).stream())
                .map(receipt -> new String(receipt.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private static List<ShopEvent> trade(Random random, int count) {
        List<ShopEvent> events = new ArrayList<>();
        Instant now = NINE;
        for (int number = 1; number <= count; number++) {
            String sku = "SKU" + random.nextInt(12);
            now = now.plusSeconds(random.nextInt(900));
            ShopFact fact = switch (random.nextInt(20)) {
                case 0 -> priced(sku, 20_000 + 100 * random.nextInt(300), number);
                case 1 -> new ShopFact.Limited(sku, LIMITS);
                case 2 -> steered(sku, List.of(Mode.values()).get(random.nextInt(4)));
                case 3 -> new ShopFact.Stocked(sku, random.nextInt(20) - 8);
                case 4 -> new ShopFact.Categorised(sku, "CATEGORY" + random.nextInt(3));
                case 5 -> new ShopFact.Answered(sku);
                case 6 ->
                    new ShopFact.Announced(
                            sku,
                            "S" + random.nextInt(3),
                            new PriceNow(30_000, number, now.plusSeconds(random.nextInt(9_000))));
                case 7 -> new ShopFact.CalledOff(sku, "S" + random.nextInt(3));
                case 8 -> random.nextInt(9) == 0 ? new ShopFact.Withdrawn(sku) : priced(sku, 40_000, number);
                default -> new ShopFact.Sold(sku, random.nextInt(6) - 1);
            };
            events.add(new ShopEvent(number, fact instanceof ShopFact.Sold ? now : null, List.of(fact)));
        }
        return events;
    }

    private void begin(String sku, Mode mode) {
        take(null, priced(sku, 40_000, 0), new ShopFact.Limited(sku, LIMITS), steered(sku, mode));
    }

    private List<PricingReceipt> sell(String sku, int minute, long pieces) {
        return desk.apply(sale(sku, minute, pieces));
    }

    private ShopEvent sale(String sku, int minute, long pieces) {
        return new ShopEvent(
                ++position, NINE.plus(Duration.ofMinutes(minute)), List.of(new ShopFact.Sold(sku, pieces)));
    }

    private void take(@org.jspecify.annotations.Nullable Instant at, ShopFact... facts) {
        desk.apply(new ShopEvent(++position, at, List.of(facts)));
    }

    private PricingDesk copy() {
        PricingDesk copy = new PricingDesk(HOURLY);
        desk.drain(copy::restore);
        return copy;
    }

    private static ShopFact.Priced priced(String sku, long amount, long version) {
        return new ShopFact.Priced(sku, new PriceNow(amount, version, NINE), false);
    }

    private static ShopFact.Steered steered(String sku, Mode mode) {
        Strategy strategy = new Strategy(mode, Objective.REVENUE, Exploration.THOMPSON, 0, "first", 0);
        return new ShopFact.Steered(sku, "GBP", strategy, 0, null, 0);
    }
}
