package io.daybook.analytics.demand;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored bytes of a {@link DemandBook}, big-endian. They are kept in the changelog, so a change of format needs a new store name.
 *
 * <pre>
 * 0                                                                   → place | newest s, ns | coarse only | repeated | unreadable
 * 1 | grain | pane s | subject kind | length | currency | name        → place | views | additions | removals | orders | sales
 * 2 | time s, ns | place | subject kind | name                        → length | currency | sales
 * 3 | slot                                                            → (number | offset | length | id)*
 * 4 | SKU                                                             → category
 * sales                                                               = units | revenue, unscaled at scale 4, two's complement
 * </pre>
 *
 * Kinds, grains and lengths take one byte, lengths of ids two, slots and nanoseconds four, every other number eight; texts are UTF-8.
 */
final class DemandFormat {

    private static final int FIGURE_HEADER = 6 * Long.BYTES;
    private static final int SEEN_HEADER = 2 * Long.BYTES + Short.BYTES;
    private static final int TIME = Long.BYTES + Integer.BYTES;

    private DemandFormat() {}

    /** What a stored value is about. */
    sealed interface Key {}

    record OfProgress() implements Key {}

    record OfFigure(FigureKey at) implements Key {}

    record OfSale(LastSales.Key at) implements Key {}

    record OfActivities(int slot) implements Key {}

    record OfProduct(String sku) implements Key {}

    static Key keyOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte tag = buffer.get();
        return switch (tag) {
            case 0 -> new OfProgress();
            case 1 -> new OfFigure(figureKey(buffer));
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

    static byte[] bytesOf(FigureKey key) {
        byte[] currency = key.account().currency().getBytes(UTF_8);
        byte[] name = key.account().subject().name().getBytes(UTF_8);
        return ByteBuffer.allocate(4 + Long.BYTES + currency.length + name.length)
                .put((byte) 1)
                .put(key.grain().code())
                .putLong(key.pane().getEpochSecond())
                .put(key.account().subject().kind().code())
                .put((byte) currency.length)
                .put(currency)
                .put(name)
                .array();
    }

    static byte[] bytesOf(Figure figure) {
        Demand demand = figure.demand();
        byte[] revenue = unscaled(demand.sales());
        return ByteBuffer.allocate(FIGURE_HEADER + revenue.length)
                .putLong(figure.place())
                .putLong(demand.views())
                .putLong(demand.cartAdditions())
                .putLong(demand.cartRemovals())
                .putLong(demand.orders())
                .putLong(demand.sales().units())
                .put(revenue)
                .array();
    }

    static Figure figureOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long place = buffer.getLong();
        return new Figure(
                new Demand(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong(), sales(buffer)),
                place);
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
        byte[] revenue = unscaled(sale.sales());
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

    static byte[] slotBytes(int slot) {
        return ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 3).putInt(slot).array();
    }

    static byte[] bytesOf(List<SeenActivities.Seen> block) {
        List<byte[]> ids = block.stream().map(seen -> bytesOf(seen.id())).toList();
        int length = ids.stream().mapToInt(id -> SEEN_HEADER + id.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (int index = 0; index < ids.size(); index++) {
            byte[] id = ids.get(index);
            buffer.putLong(block.get(index).number())
                    .putLong(block.get(index).offset())
                    .putShort((short) id.length)
                    .put(id);
        }
        return buffer.array();
    }

    static List<SeenActivities.Seen> seenOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<SeenActivities.Seen> block = new ArrayList<>();
        while (buffer.hasRemaining()) {
            block.add(new SeenActivities.Seen(buffer.getLong(), buffer.getLong(), text(buffer, buffer.getShort())));
        }
        return block;
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

    private static FigureKey figureKey(ByteBuffer buffer) {
        Grain grain = Grain.of(buffer.get());
        Instant pane = Instant.ofEpochSecond(buffer.getLong());
        Subject.Kind kind = Subject.Kind.of(buffer.get());
        String currency = text(buffer, buffer.get());
        return new FigureKey(grain, pane, new Account(new Subject(kind, rest(buffer)), currency));
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

    private static byte[] unscaled(Sales sales) {
        return sales.revenue().unscaledValue().toByteArray();
    }

    private static Sales sales(ByteBuffer buffer) {
        long units = buffer.getLong();
        byte[] revenue = new byte[buffer.remaining()];
        buffer.get(revenue);
        return new Sales(units, new BigDecimal(new BigInteger(revenue), Money.MAX_SCALE));
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
