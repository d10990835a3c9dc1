package io.daybook.analytics.pricing;

import io.daybook.analytics.pricing.kernel.PricingReceipt;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The last receipts of each SKU, in bytes, numbered from 0. They are stored in as many places for a SKU as are kept,
 * again from the first after the last.
 */
final class Receipts {

    static final char KIND = 'r';

    private final int kept;
    private final Map<String, NavigableMap<Long, Kept>> bySku = new HashMap<>();
    private final Map<String, byte[]> changed = new TreeMap<>();

    @SuppressWarnings("ArrayRecordComponent") // kept, never compared
    private record Kept(long position, byte[] bytes) {}

    Receipts(int kept) {
        this.kept = kept;
    }

    void add(PricingReceipt receipt) {
        String sku = receipt.inputs().sku();
        NavigableMap<Long, Kept> known = bySku.computeIfAbsent(sku, _ -> new TreeMap<>());
        long number = known.isEmpty() ? 0 : known.lastKey() + 1;
        byte[] bytes = receipt.bytes();
        keep(known, number, new Kept(receipt.inputs().position(), bytes));
        changed.put(
                KIND + Long.toString(number % kept) + "/" + sku,
                ByteBuffer.allocate(Long.BYTES + bytes.length)
                        .putLong(number)
                        .put(bytes)
                        .array());
    }

    /** The youngest first, of those decided before a position. */
    List<PricingReceipt> of(String sku, long before, int limit) {
        return bySku.getOrDefault(sku, new TreeMap<>()).descendingMap().values().stream()
                .filter(receipt -> receipt.position() < before)
                .limit(limit)
                .map(receipt -> PricingReceipt.parse(receipt.bytes()))
                .toList();
    }

    void restore(String name, byte[] value) {
        String sku = name.substring(name.indexOf('/') + 1);
        ByteBuffer buffer = ByteBuffer.wrap(value);
        long number = buffer.getLong();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        keep(
                bySku.computeIfAbsent(sku, _ -> new TreeMap<>()),
                number,
                new Kept(PricingReceipt.parse(bytes).inputs().position(), bytes));
    }

    void drain(BiConsumer<String, byte[]> writer) {
        changed.forEach(writer);
        changed.clear();
    }

    private void keep(NavigableMap<Long, Kept> known, long number, Kept receipt) {
        known.put(number, receipt);
        known.headMap(known.lastKey() - kept, true).clear();
    }
}
