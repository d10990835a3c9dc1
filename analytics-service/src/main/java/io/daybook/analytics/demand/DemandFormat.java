package io.daybook.analytics.demand;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * The stored bytes of a {@link DemandBook}, big-endian. They are kept in the changelog, so a change of format needs a
 * new {@link #VERSION}.
 *
 * <pre>
 * 0                                                                   → place | newest s, ns | coarse only | repeated | unreadable
 * 1 | grain | pane s | pages | page                                   → what {@link FiguresFormat} says
 * 2 | time s, ns | place | subject kind | name                        → length | currency | sales
 * 3 | slot                                                            → (number | offset | length | id)*
 * 4 | SKU                                                             → category
 * sales                                                               = units | revenue, unscaled at scale 4, two's complement
 * </pre>
 *
 * Kinds, grains and lengths take one byte, lengths of ids two, pages, slots and nanoseconds four, every other number
 * eight; texts are UTF-8.
 */
final class DemandFormat {

    /** Of the bytes; another one makes another application. */
    static final String VERSION = "f3";

    private static final int TIME = Long.BYTES + Integer.BYTES;

    private DemandFormat() {}

    /** What a stored value is about. */
    sealed interface Key {}

    record OfProgress() implements Key {}

    record OfPage(PageKey at) implements Key {}

    record OfSale(LastSales.Key at) implements Key {}

    record OfActivities(int slot) implements Key {}

    record OfProduct(String sku) implements Key {}

    static Key keyOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte tag = buffer.get();
        return switch (tag) {
            case 0 -> new OfProgress();
            case 1 ->
                new OfPage(new PageKey(
                        Grain.of(buffer.get()),
                        Instant.ofEpochSecond(buffer.getLong()),
                        buffer.getInt(),
                        buffer.getInt()));
            case 2 -> new OfSale(saleKey(buffer));
            case 3 -> new OfActivities(buffer.getInt());
            case 4 -> new OfProduct(rest(buffer));
            default -> throw new IllegalArgumentException("There is no stored value of kind " + tag);
        };
    }

    static byte[] progressBytes() {
        return new byte[] {0};
    }

    static byte[] bytesOf(Progress progress) {
        return time(ByteBuffer.allocate(4 * Long.BYTES + TIME).putLong(progress.place()), progress.newest())
                .putLong(progress.coarseOnly())
                .putLong(progress.repeated())
                .putLong(progress.unreadable())
                .array();
    }

    static Progress progressOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Progress(buffer.getLong(), time(buffer), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    static byte[] bytesOf(PageKey key) {
        return ByteBuffer.allocate(2 + Long.BYTES + 2 * Integer.BYTES)
                .put((byte) 1)
                .put(key.grain().code())
                .putLong(key.pane().getEpochSecond())
                .putInt(key.pages())
                .putInt(key.page())
                .array();
    }

    static byte[] bytesOf(LastSales.Key key) {
        byte[] name = key.subject().name().getBytes(UTF_8);
        return time(ByteBuffer.allocate(2 + TIME + Long.BYTES + name.length).put((byte) 2), key.time())
                .putLong(key.place())
                .put(key.subject().kind().code())
                .put(name)
                .array();
    }

    static byte[] bytesOf(Sale sale) {
        byte[] currency = sale.currency().getBytes(UTF_8);
        byte[] revenue = FiguresFormat.unscaled(sale.sales());
        return ByteBuffer.allocate(1 + currency.length + Long.BYTES + revenue.length)
                .put((byte) currency.length)
                .put(currency)
                .putLong(sale.sales().units())
                .put(revenue)
                .array();
    }

    static Sale saleOf(LastSales.Key key, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Sale(key.time(), key.place(), text(buffer, buffer.get()), sales(buffer));
    }

    static byte[] slotBytes(byte[] slot) {
        return ByteBuffer.allocate(1 + slot.length).put((byte) 3).put(slot).array();
    }

    static byte[] productBytes(String sku) {
        byte[] text = sku.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + text.length).put((byte) 4).put(text).array();
    }

    static byte[] bytesOf(String text) {
        return text.getBytes(UTF_8);
    }

    static String textOf(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static LastSales.Key saleKey(ByteBuffer buffer) {
        Instant time = time(buffer);
        long place = buffer.getLong();
        Subject.Kind kind = Subject.Kind.of(buffer.get());
        return new LastSales.Key(new Subject(kind, rest(buffer)), time, place);
    }

    private static ByteBuffer time(ByteBuffer buffer, Instant time) {
        return buffer.putLong(time.getEpochSecond()).putInt(time.getNano());
    }

    private static Instant time(ByteBuffer buffer) {
        return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
    }

    private static Sales sales(ByteBuffer buffer) {
        return new Sales(buffer.getLong(), FiguresFormat.revenue(buffer, buffer.remaining()));
    }

    private static String rest(ByteBuffer buffer) {
        return text(buffer, buffer.remaining());
    }

    private static String text(ByteBuffer buffer, int length) {
        byte[] text = new byte[length];
        buffer.get(text);
        return new String(text, UTF_8);
    }
}
