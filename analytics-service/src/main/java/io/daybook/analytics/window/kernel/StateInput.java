package io.daybook.analytics.window.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Reads back what {@link StateOutput} wrote. */
public final class StateInput {

    private final ByteBuffer bytes;

    public StateInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    public byte oneByte() {
        return bytes.get();
    }

    public int integer() {
        return bytes.getInt();
    }

    public long number() {
        return bytes.getLong();
    }

    public long time() {
        return bytes.getLong() ^ Long.MIN_VALUE;
    }

    public String text() {
        return new String(next(bytes.getInt()), UTF_8);
    }

    public BigDecimal decimal() {
        int scale = bytes.getInt();
        return new BigDecimal(new BigInteger(next(bytes.getInt())), scale);
    }

    private byte[] next(int length) {
        byte[] read = new byte[length];
        bytes.get(read);
        return read;
    }
}
