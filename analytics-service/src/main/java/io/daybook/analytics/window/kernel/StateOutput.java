package io.daybook.analytics.window.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Arrays;

/** Bytes to be kept, big-endian; {@link StateInput} reads them back. */
public final class StateOutput {

    private static final int USUAL = 64;

    private byte[] bytes = new byte[USUAL];
    private int length;

    public StateOutput putByte(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    public StateOutput putInt(int value) {
        room(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >> shift);
        }
        return this;
    }

    public StateOutput putLong(long value) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >> shift);
        }
        return this;
    }

    /** A time such that bytes sort as times do, also those before 1970. */
    public StateOutput putTime(long value) {
        return putLong(value ^ Long.MIN_VALUE);
    }

    public StateOutput putText(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        return putInt(encoded.length).putBytes(encoded);
    }

    public StateOutput putDecimal(BigDecimal value) {
        byte[] unscaled = value.unscaledValue().toByteArray();
        return putInt(value.scale()).putInt(unscaled.length).putBytes(unscaled);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private StateOutput putBytes(byte[] added) {
        room(added.length);
        System.arraycopy(added, 0, bytes, length, added.length);
        length += added.length;
        return this;
    }

    private void room(int wanted) {
        if (length + wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + wanted));
        }
    }
}
