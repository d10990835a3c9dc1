package io.daybook.analytics.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.platform.WrittenBehind;
import io.daybook.analytics.pricing.kernel.DeskSettings;
import io.daybook.analytics.pricing.kernel.PricingDesk;
import io.daybook.analytics.pricing.kernel.PricingReceipt;
import io.daybook.analytics.pricing.kernel.SkuStanding;
import io.daybook.analytics.pricing.kernel.SourceState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The desk, what has not had its turn yet, and the last receipts of each SKU. One thread writes, others read. */
final class PricingBook implements WrittenBehind {

    private static final char OF_DESK = 'd';
    private static final char OF_HELD = 'h';
    private static final char OF_ORIGIN = 'o';

    private final PricingDesk desk;
    private final Sequence sequence = new Sequence();
    private final Receipts receipts;
    private final Set<Long> stored = new HashSet<>();

    PricingBook(DeskSettings settings, int kept) {
        this.desk = new PricingDesk(settings);
        this.receipts = new Receipts(kept);
    }

    /** What an event decided, with the event, and what the price is in. */
    record Decided(SequencedEvent cause, PricingReceipt receipt, String currency) {}

    synchronized List<Decided> take(SequencedEvent event) {
        List<Decided> decided = new ArrayList<>();
        decide(sequence.take(event, desk.position()), decided);
        for (Long next = sequence.afterLoss(desk.position(), event.origins());
                next != null;
                next = sequence.afterLoss(desk.position(), event.origins())) {
            desk.lost(next);
            decide(sequence.next(desk.position()), decided);
        }
        return decided;
    }

    private void decide(List<SequencedEvent> turn, List<Decided> decided) {
        for (SequencedEvent next : turn) {
            for (PricingReceipt receipt : desk.apply(next.event())) {
                receipts.add(receipt);
                decided.add(new Decided(
                        next, receipt, desk.currency(receipt.inputs().sku())));
            }
        }
    }

    synchronized long position() {
        return desk.position();
    }

    synchronized Instant now() {
        return desk.now();
    }

    synchronized SourceState source() {
        return desk.source();
    }

    synchronized Optional<SkuStanding> standing(String sku) {
        return desk.standing(sku);
    }

    /** The youngest first, decided before a position. */
    synchronized List<PricingReceipt> receipts(String sku, long before, int limit) {
        return receipts.of(sku, before, limit);
    }

    @Override
    public synchronized void restore(byte[] key, byte @Nullable [] value) {
        String name = new String(key, UTF_8);
        String rest = name.substring(1);
        switch (name.charAt(0)) {
            case OF_DESK -> desk.restore(rest, present(value));
            case OF_HELD -> {
                if (value == null) {
                    sequence.held().remove(Long.parseLong(rest));
                } else {
                    sequence.held().put(Long.parseLong(rest), SequencedEvent.of(value));
                    stored.add(Long.parseLong(rest));
                }
            }
            case OF_ORIGIN ->
                sequence.passed()
                        .put(
                                Integer.parseInt(rest),
                                ByteBuffer.wrap(present(value)).getLong());
            case Receipts.KIND -> receipts.restore(name, present(value));
            default -> throw new IllegalArgumentException("What is " + name + "?");
        }
    }

    @Override
    public synchronized void drain(BiConsumer<byte[], byte @Nullable []> writer) {
        desk.drain((name, value) -> writer.accept(key(OF_DESK, name), value));
        receipts.drain((name, value) -> writer.accept(name.getBytes(UTF_8), value));
        sequence.passed()
                .forEach((origin, position) -> writer.accept(
                        key(OF_ORIGIN, origin.toString()),
                        ByteBuffer.allocate(Long.BYTES).putLong(position).array()));
        sequence.held().forEach((position, event) -> {
            if (stored.add(position)) {
                writer.accept(key(OF_HELD, position.toString()), event.bytes());
            }
        });
        stored.removeIf(position -> {
            boolean isGone = !sequence.held().containsKey(position);
            if (isGone) {
                writer.accept(key(OF_HELD, position.toString()), null);
            }
            return isGone;
        });
    }

    private static byte[] key(char kind, String name) {
        return (kind + name).getBytes(UTF_8);
    }

    private static byte[] present(byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("What the desk knows is never taken away");
        }
        return value;
    }
}
