package io.daybook.analytics.sales;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The stored bytes of figures, big-endian. They are kept in the changelog, so a change of format needs a new store
 * name.
 *
 * <pre>
 * key     pane start, epoch seconds with the sign bit flipped (8) | length of currency (1) | currency | SKU    UTF-8
 * figure  position (8) | units (8) | revenue, unscaled at scale 4, two's complement (1 and more)
 * </pre>
 *
 * Keys sort by time, and panes before 1970 sort too, for the flipped sign.
 */
final class SalesFormat {

    private static final int FIGURE_HEADER = 2 * Long.BYTES;

    private SalesFormat() {}

    static Serde<SalesKey> keys() {
        return Serdes.serdeFrom((topic, key) -> bytesOf(key), (topic, bytes) -> keyOf(bytes));
    }

    static Serde<SalesFigure> figures() {
        return Serdes.serdeFrom((topic, figure) -> bytesOf(figure), (topic, bytes) -> figureOf(bytes));
    }

    static byte[] bytesOf(SalesKey key) {
        byte[] currency = key.currency().getBytes(UTF_8);
        byte[] sku = key.sku().getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + 1 + currency.length + sku.length)
                .putLong(key.pane().getEpochSecond() ^ Long.MIN_VALUE)
                .put((byte) currency.length)
                .put(currency)
                .put(sku)
                .array();
    }

    static SalesKey keyOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Instant pane = Instant.ofEpochSecond(buffer.getLong() ^ Long.MIN_VALUE);
        String currency = text(buffer, Byte.toUnsignedInt(buffer.get()));
        return new SalesKey(pane, currency, text(buffer, buffer.remaining()));
    }

    static byte[] bytesOf(SalesFigure figure) {
        byte[] revenue = figure.sales().revenue().unscaledValue().toByteArray();
        return ByteBuffer.allocate(FIGURE_HEADER + revenue.length)
                .putLong(figure.position())
                .putLong(figure.sales().units())
                .put(revenue)
                .array();
    }

    static SalesFigure figureOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long position = buffer.getLong();
        long units = buffer.getLong();
        BigInteger revenue = new BigInteger(bytes, FIGURE_HEADER, bytes.length - FIGURE_HEADER);
        return new SalesFigure(new Sales(units, new BigDecimal(revenue, Money.MAX_SCALE)), position);
    }

    private static String text(ByteBuffer buffer, int length) {
        byte[] text = new byte[length];
        buffer.get(text);
        return new String(text, UTF_8);
    }
}
