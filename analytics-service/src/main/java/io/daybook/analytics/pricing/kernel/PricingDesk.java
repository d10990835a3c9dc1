package io.daybook.analytics.pricing.kernel;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The kernel of live pricing: takes the events of the shop in the order of the log, one after another, and decides
 * about prices. It is a pure function of the events: no clock, no randomness but what follows from SKU, position and
 * time. So the same events give the same receipts, byte for byte, live, in a replay and in a back-test.
 *
 * <p>A window of a SKU ends with the first event by which it is old enough, or with its price. What was sold in it at
 * that price is learned; where it did not end with the price, and the SKU has a policy and a strategy that is not off,
 * the engine decides.
 */
public final class PricingDesk {

    private static final String CLOCK = "clock";
    private static final String SKU = "s/";

    private final DeskSettings settings;
    private final EndedWindows windows;
    private final ShopClock clock = new ShopClock();
    private final Map<String, PricedSku> skus = new TreeMap<>();
    private final Shelves shelves = new Shelves();
    private final DueSkus due = new DueSkus();
    private final Set<String> changed = new TreeSet<>();
    private long position;

    public PricingDesk(DeskSettings settings) {
        this(settings, (_, _, _) -> {});
    }

    public PricingDesk(DeskSettings settings, EndedWindows windows) {
        this.settings = settings;
        this.windows = windows;
    }

    /** The position of the last event that was taken in; 0 before the first. */
    public long position() {
        return position;
    }

    /** The business time by now; the epoch before the first event. */
    public Instant now() {
        return clock.now();
    }

    /** Whether the events keep coming. */
    public SourceState source() {
        return clock.source();
    }

    /** Events before this position are lost for good, and will be missed: prices are frozen for an hour. */
    public void lost(long next) {
        clock.lost(next - position - 1);
        position = next - 1;
    }

    /** What the price of a SKU is in that the engine has decided about. */
    public String currency(String sku) {
        ShopFact.Steered steered = skuOf(sku).steered;
        if (steered == null) {
            throw new IllegalArgumentException("there is no strategy for " + sku);
        }
        return steered.currency();
    }

    /** What the engine knows of a SKU; empty where no event spoke of it. */
    public Optional<SkuStanding> standing(String sku) {
        return Optional.ofNullable(skus.get(sku))
                .map(known -> known.standing(
                        estimate -> estimate.shrunkTo(shelves.prior(known, estimate, settings.tuning()))));
    }

    /** Takes a fact that no event tells, as of the last event: what would be if a SKU had another policy. */
    public void suppose(ShopFact fact) {
        take(fact);
        changed.add(fact.sku());
        due.set(skuOf(fact.sku()), settings.quiet());
    }

    /** The SKUs that have a price, in the order of their names. */
    public List<String> priced() {
        return skus.values().stream()
                .filter(sku -> sku.board.current() != null && sku.demand != null)
                .map(sku -> sku.sku)
                .toList();
    }

    /** What a decision about a SKU would be made from by now; empty where it has no price. */
    public Optional<Circumstances> circumstances(String sku) {
        return Optional.ofNullable(skus.get(sku))
                .map(known ->
                        known.circumstances(estimate -> shelves.prior(known, estimate, settings.tuning()), clock));
    }

    /** Writes down what changed since the last time, by names of which none is a SKU's but those after {@code s/}. */
    public void drain(BiConsumer<String, byte[]> writer) {
        for (String sku : changed) {
            writer.accept(SKU + sku, SkuFormat.bytesOf(skuOf(sku)));
        }
        changed.clear();
        writer.accept(
                CLOCK,
                ByteBuffer.allocate(Long.BYTES + ShopClock.BYTES)
                        .putLong(position)
                        .put(clock.bytes())
                        .array());
    }

    /** Takes back what was written under a name, before any event is taken in. */
    public void restore(String name, byte[] value) {
        if (name.equals(CLOCK)) {
            ByteBuffer buffer = ByteBuffer.wrap(value);
            position = buffer.getLong();
            clock.read(buffer);
            return;
        }
        PricedSku sku = SkuFormat.skuOf(name.substring(SKU.length()), value, settings.tuning());
        String category = sku.category;
        PricedSku before = skus.put(sku.sku, sku);
        if (before != null) {
            shelves.move(before, null);
        }
        sku.category = null;
        shelves.move(sku, category);
        due.set(sku, settings.quiet());
    }

    /** Takes the next event in; one that was taken in before changes nothing. */
    public List<PricingReceipt> apply(ShopEvent event) {
        if (event.position() <= position) {
            return List.of();
        }
        position = event.position();
        if (event.at() != null) {
            clock.advance(event.at());
        }
        Set<String> looked = new TreeSet<>();
        boolean isSale = false;
        for (ShopFact fact : event.facts()) {
            take(fact);
            looked.add(fact.sku());
            isSale |= fact instanceof ShopFact.Sold sold && sold.pieces() > 0;
        }
        if (isSale) {
            clock.sold();
        }
        changed.addAll(looked);
        looked.addAll(due.by(clock.now()));
        List<PricingReceipt> receipts = new ArrayList<>();
        for (String sku : looked) {
            PricingReceipt receipt = look(skuOf(sku), event.facts());
            if (receipt != null) {
                receipts.add(receipt);
            }
        }
        return receipts;
    }

    private void take(ShopFact fact) {
        PricedSku sku = skuOf(fact.sku());
        pass(sku);
        switch (fact) {
            case ShopFact.Sold sold -> {
                if (sku.window != null) {
                    sku.window.sell(sold.pieces(), position);
                }
            }
            case ShopFact.Priced priced -> {
                learn(sku, sku.board.current(), sku.board.isByEngine());
                sku.board.set(priced.price(), priced.byEngine());
                begin(sku);
            }
            case ShopFact.Announced next -> sku.board.announce(next.scheduleId(), next.price());
            case ShopFact.CalledOff gone -> sku.board.callOff(gone.scheduleId());
            case ShopFact.Limited limited -> sku.guardrails = limited.guardrails();
            case ShopFact.Steered steered -> {
                sku.steered = steered;
                sku.proposedAt = null;
            }
            case ShopFact.Withdrawn _ -> sku.steered = null;
            case ShopFact.Stocked stocked -> {
                sku.stocked = true;
                sku.available += stocked.pieces();
            }
            case ShopFact.Categorised in -> shelves.move(sku, in.category());
            case ShopFact.Answered _ -> sku.proposedAt = null;
        }
    }

    /** Books the time since the last look, and the prices that came in it. */
    private void pass(PricedSku sku) {
        SalesWindow window = sku.window;
        if (window != null && window.from().equals(ShopClock.NEVER)) {
            // a price that was set before the first sale of all
            sku.window = new SalesWindow(clock.now(), clock.openHours(), window.firstPosition());
        } else if (window != null) {
            window.pass(clock.openHours(), sku.isInStock());
        }
        PriceNow before = sku.board.current();
        boolean wasByEngine = sku.board.isByEngine();
        if (sku.board.isAnotherBy(clock.now())) {
            learn(sku, before, wasByEngine);
            begin(sku);
        }
    }

    private void begin(PricedSku sku) {
        PriceNow price = sku.board.current();
        if (price == null) {
            sku.window = null;
            return;
        }
        if (sku.demand == null) {
            sku.demand = new DemandKernel((double) price.amount() / PricePoints.UNIT, settings.tuning());
        }
        if (sku.window == null) {
            sku.window = new SalesWindow(clock.now(), clock.openHours(), position);
        }
    }

    private @Nullable Evidence learn(PricedSku sku, @Nullable PriceNow price, boolean chosen) {
        SalesWindow window = sku.window;
        DemandKernel demand = sku.demand;
        if (price == null || window == null || demand == null) {
            return null;
        }
        SalesWindow.Ended ended = window.end(price, chosen, clock.now(), position);
        demand.observe(ended.observation());
        windows.ended(sku.sku, ended.observation(), ended.evidence());
        return ended.evidence();
    }

    /** Ends the window of a SKU where it is old enough, and decides. */
    private @Nullable PricingReceipt look(PricedSku sku, List<ShopFact> facts) {
        changed.add(sku.sku);
        pass(sku);
        SalesWindow window = sku.window;
        PricingReceipt receipt = null;
        if (window != null) {
            boolean isSold = facts.stream()
                    .anyMatch(
                            fact -> fact instanceof ShopFact.Sold && fact.sku().equals(sku.sku));
            Instant end = window.from().plus(isSold ? settings.window() : settings.quiet());
            if (!end.isAfter(clock.now())) {
                Evidence evidence = learn(sku, sku.board.current(), sku.board.isByEngine());
                receipt = evidence == null ? null : decide(sku, evidence);
            }
        }
        due.set(sku, settings.quiet());
        return receipt;
    }

    private @Nullable PricingReceipt decide(PricedSku sku, Evidence evidence) {
        ShopFact.Steered steered = sku.steered;
        Guardrails guardrails = sku.guardrails;
        PriceNow price = sku.board.current();
        if (steered == null
                || guardrails == null
                || price == null
                || steered.strategy().mode() == Mode.OFF
                || sku.isAnswerOutstanding(clock.now())) {
            return null;
        }
        DemandEstimate estimate =
                Objects.requireNonNull(sku.demand, "a price without a model").estimate();
        PricingReceipt receipt = PricingReceipt.of(new PricingInputs(
                sku.sku,
                position,
                clock.now(),
                price,
                guardrails,
                steered.strategy(),
                steered.cost(),
                estimate,
                shelves.prior(sku, estimate, settings.tuning()),
                sku.outlook(clock.now(), clock.openShare()),
                clock.source(),
                evidence));
        if (receipt.isProposed()) {
            sku.proposedAt = clock.now();
        }
        return receipt;
    }

    private PricedSku skuOf(String sku) {
        return skus.computeIfAbsent(sku, PricedSku::new);
    }
}
