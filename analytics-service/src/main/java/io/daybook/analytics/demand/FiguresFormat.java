package io.daybook.analytics.demand;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The stored bytes of a page of figures. Most figures are of one kind of count, so zeros are left out.
 *
 * <pre>
 * page    = (account | place | bits | counts)*
 * account = subject kind | length | currency | length | name
 * counts  = those of views | additions | removals | orders | units | revenue that are not zero, as the bits tell
 * revenue = length | unscaled at scale 4, two's complement
 * </pre>
 *
 * Kinds, bits and lengths take one byte, the length of a name two; places and counts are numbers of variable length
 * (seven bits a byte, the lowest first, the sign in the lowest of all, as in Protocol Buffers' sint64); texts are
 * UTF-8. One object serves one thread: its bytes are put together in the same buffer.
 */
final class FiguresFormat {

    private static final int COUNTS = 5;
    private static final int REVENUE_BIT = 1 << COUNTS;
    private static final int MOST_VARIABLE = 10;
    /** A place, the bits, the counts and the length of a revenue. */
    private static final int MOST_NUMBERS = MOST_VARIABLE + 1 + COUNTS * MOST_VARIABLE + 1;

    private static final int SEVEN = 7;
    private static final int MORE = 1 << SEVEN;
    private static final byte[] NOTHING = {};

    private final long[] counts = new long[COUNTS];
    private ByteBuffer buffer = ByteBuffer.allocate(1024);

    /** The account alone, as it stands before its figure. */
    static byte[] bytesOf(Account account) {
        byte[] currency = account.currency().getBytes(UTF_8);
        byte[] name = account.subject().name().getBytes(UTF_8);
        return ByteBuffer.allocate(2 + currency.length + Short.BYTES + name.length)
                .put(account.subject().kind().code())
                .put((byte) currency.length)
                .put(currency)
                .putShort((short) name.length)
                .put(name)
                .array();
    }

    byte[] bytesOf(Pane.Figures figures) {
        buffer.clear();
        figures.forEach(this::put);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private void put(Account account, Figure figure) {
        Demand demand = figure.demand();
        boolean hasRevenue = demand.sales().revenue().signum() != 0;
        byte[] revenue = hasRevenue ? unscaled(demand.sales()) : NOTHING;
        byte[] name = account.stored();
        makeRoomFor(name.length + MOST_NUMBERS + revenue.length);
        buffer.put(name);
        putNumber(figure.place());
        int bitsAt = buffer.position();
        buffer.put((byte) 0).put(bitsAt, (byte) (putCounts(demand) | (hasRevenue ? REVENUE_BIT : 0)));
        if (hasRevenue) {
            buffer.put((byte) revenue.length).put(revenue);
        }
    }

    /** Answers which counts there are. */
    private int putCounts(Demand demand) {
        counts[0] = demand.views();
        counts[1] = demand.cartAdditions();
        counts[2] = demand.cartRemovals();
        counts[3] = demand.orders();
        counts[4] = demand.sales().units();
        int bits = 0;
        for (int index = 0; index < COUNTS; index++) {
            if (counts[index] != 0) {
                bits |= 1 << index;
                putNumber(counts[index]);
            }
        }
        return bits;
    }

    private void putNumber(long number) {
        long rest = (number << 1) ^ (number >> (Long.SIZE - 1));
        while (rest >>> SEVEN != 0) {
            buffer.put((byte) (rest | MORE));
            rest >>>= SEVEN;
        }
        buffer.put((byte) rest);
    }

    private static long number(ByteBuffer buffer) {
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = buffer.get();
            number |= (long) (next & (MORE - 1)) << shift;
            shift += SEVEN;
        } while ((next & MORE) != 0);
        return (number >>> 1) ^ -(number & 1);
    }

    private void makeRoomFor(int length) {
        if (buffer.remaining() < length) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (buffer.position() + length));
            larger.put(buffer.flip());
            buffer = larger;
        }
    }

    /** The figures of a page, by accounts that they share. */
    static Map<Account, Figure> figuresOf(byte[] bytes, Accounts accounts) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Map<Account, Figure> figures = new LinkedHashMap<>();
        while (buffer.hasRemaining()) {
            Subject.Kind kind = Subject.Kind.of(buffer.get());
            String currency = text(buffer, buffer.get());
            String name = text(buffer, buffer.getShort());
            figures.put(accounts.shared(new Account(new Subject(kind, name), currency)), figure(buffer));
        }
        return figures;
    }

    private static Figure figure(ByteBuffer buffer) {
        long place = number(buffer);
        int bits = buffer.get();
        long views = count(buffer, bits, 0);
        long additions = count(buffer, bits, 1);
        long removals = count(buffer, bits, 2);
        long orders = count(buffer, bits, 3);
        long units = count(buffer, bits, 4);
        BigDecimal revenue = (bits & REVENUE_BIT) == 0 ? BigDecimal.ZERO : revenue(buffer, buffer.get());
        Sales sales = units == 0 && revenue.signum() == 0 ? Sales.NONE : new Sales(units, revenue);
        return new Figure(new Demand(views, additions, removals, orders, sales), place);
    }

    private static long count(ByteBuffer buffer, int bits, int index) {
        return (bits & 1 << index) == 0 ? 0 : number(buffer);
    }

    static byte[] unscaled(Sales sales) {
        return sales.revenue().unscaledValue().toByteArray();
    }

    static BigDecimal revenue(ByteBuffer buffer, int length) {
        byte[] unscaled = new byte[length];
        buffer.get(unscaled);
        return new BigDecimal(new BigInteger(unscaled), Money.MAX_SCALE);
    }

    private static String text(ByteBuffer buffer, int length) {
        byte[] text = new byte[length];
        buffer.get(text);
        return new String(text, UTF_8);
    }
}
