package io.daybook.analytics.demand;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.Money;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The stored bytes of a {@link DemandBook}, big-endian. They are kept in the changelog, so a change of format needs a new {@link #VERSION}.
 *
 * <pre>
 * 0                                                                   → place | newest s, ns | coarse only | repeated | unreadable
 * 1 | grain | pane s | pages | page                                   → (account | place | bits | counts)*
 * 2 | time s, ns | place | subject kind | name                        → length | currency | sales
 * 3 | slot                                                            → (number | offset | length | id)*
 * 4 | SKU                                                             → category
 * counts = those of views | additions | removals | orders | units | revenue, as in sales, that are not zero, as the bits tell;
 *                                                                       a revenue has its length before it
 * account                                                             = subject kind | length | currency | length | name
 * sales                                                               = units | revenue, unscaled at scale 4, two's complement
 * </pre>
 *
 * Kinds, grains, bits and lengths take one byte, lengths of ids and names two, pages, slots and nanoseconds four, every other number eight; texts are UTF-8.
 */
final class DemandFormat {

    /** Of the bytes; another one makes another application. */
    static final String VERSION = "f2";

    private static final int MOST_FIGURE_BYTES = 7 + 6 * Long.BYTES + Short.BYTES;
    private static final int REVENUE_BIT = 1 << 5;
    private static final byte[] NOTHING = {};
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

    static byte[] bytesOf(Pane.Figures figures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(figures.count() * MOST_FIGURE_BYTES);
        figures.forEach((account, figure) -> bytes.writeBytes(bytesOf(account, figure)));
        return bytes.toByteArray();
    }

    /** Most figures are of one kind of count, so zeros are left out. */
    private static byte[] bytesOf(Account account, Figure figure) {
        byte[] currency = account.currency().getBytes(UTF_8);
        byte[] name = account.subject().name().getBytes(UTF_8);
        Demand demand = figure.demand();
        long[] counts = {
            demand.views(),
            demand.cartAdditions(),
            demand.cartRemovals(),
            demand.orders(),
            demand.sales().units()
        };
        boolean hasRevenue = demand.sales().revenue().signum() != 0;
        byte[] revenue = hasRevenue ? unscaled(demand.sales()) : NOTHING;
        ByteBuffer buffer = ByteBuffer.allocate(MOST_FIGURE_BYTES + currency.length + name.length + revenue.length)
                .put(account.subject().kind().code())
                .put((byte) currency.length)
                .put(currency)
                .putShort((short) name.length)
                .put(name)
                .putLong(figure.place());
        int bits = hasRevenue ? REVENUE_BIT : 0;
        int bitsAt = buffer.position();
        buffer.put((byte) 0);
        for (int index = 0; index < counts.length; index++) {
            if (counts[index] != 0) {
                bits |= 1 << index;
                buffer.putLong(counts[index]);
            }
        }
        if (hasRevenue) {
            buffer.put((byte) revenue.length).put(revenue);
        }
        buffer.put(bitsAt, (byte) bits);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    static Map<Account, Figure> figuresOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Map<Account, Figure> figures = new LinkedHashMap<>();
        while (buffer.hasRemaining()) {
            Subject.Kind kind = Subject.Kind.of(buffer.get());
            String currency = text(buffer, buffer.get());
            String name = text(buffer, buffer.getShort());
            figures.put(new Account(new Subject(kind, name), currency), figure(buffer));
        }
        return figures;
    }

    private static Figure figure(ByteBuffer buffer) {
        long place = buffer.getLong();
        int bits = buffer.get();
        long views = count(buffer, bits, 0);
        long additions = count(buffer, bits, 1);
        long removals = count(buffer, bits, 2);
        long orders = count(buffer, bits, 3);
        long units = count(buffer, bits, 4);
        BigDecimal revenue = (bits & REVENUE_BIT) == 0 ? BigDecimal.ZERO : revenue(buffer, buffer.get());
        return new Figure(new Demand(views, additions, removals, orders, new Sales(units, revenue)), place);
    }

    private static long count(ByteBuffer buffer, int bits, int index) {
        return (bits & 1 << index) == 0 ? 0 : buffer.getLong();
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

    private static byte[] unscaled(Sales sales) {
        return sales.revenue().unscaledValue().toByteArray();
    }

    private static Sales sales(ByteBuffer buffer) {
        return new Sales(buffer.getLong(), revenue(buffer, buffer.remaining()));
    }

    private static BigDecimal revenue(ByteBuffer buffer, int length) {
        byte[] unscaled = new byte[length];
        buffer.get(unscaled);
        return new BigDecimal(new BigInteger(unscaled), Money.MAX_SCALE);
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
