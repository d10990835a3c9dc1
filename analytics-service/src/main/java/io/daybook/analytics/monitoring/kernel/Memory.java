package io.daybook.analytics.monitoring.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * What a kernel keeps, on its way to a store or back: each kernel walks its fields once, in one order, and the same
 * walk writes or reads, so that the two cannot drift apart. A figure is eight bytes, most significant first.
 */
public sealed interface Memory {

    /** The value to go on with: the one given when writing, the stored one when reading. */
    long keep(long value);

    /** As {@link #keep(long)}; every bit of the figure is kept. */
    double keep(double value);

    /** As {@link #keep(long)}, for a text of at most 65,535 bytes of UTF-8. */
    String keep(String value);

    /** Keeps every element of an array whose length the kernel knows. */
    default void keep(double[] values) {
        for (int index = 0; index < values.length; index++) {
            values[index] = keep(values[index]);
        }
    }

    /** The state of a kernel as bytes: equal bytes, equal future. */
    static byte[] write(Consumer<Memory> kernel) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        kernel.accept(new Written(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    /** Puts a kernel of the same shape into the state that was written. */
    static void read(byte[] state, Consumer<Memory> kernel) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(state);
        kernel.accept(new Read(new DataInputStream(bytes)));
        if (bytes.available() > 0) {
            throw new IllegalArgumentException(
                    bytes.available() + " bytes of state are left over: it is of another kernel");
        }
    }

    /** A walk that writes. */
    record Written(DataOutputStream out) implements Memory {

        @Override
        public long keep(long value) {
            try {
                out.writeLong(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return value;
        }

        @Override
        public double keep(double value) {
            keep(Double.doubleToRawLongBits(value));
            return value;
        }

        @Override
        public String keep(String value) {
            try {
                out.writeUTF(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return value;
        }
    }

    /** A walk that reads. */
    record Read(DataInputStream in) implements Memory {

        @Override
        public long keep(long value) {
            try {
                return in.readLong();
            } catch (IOException e) {
                throw endsEarly(e);
            }
        }

        @Override
        public double keep(double value) {
            return Double.longBitsToDouble(keep(0L));
        }

        @Override
        public String keep(String value) {
            try {
                return in.readUTF();
            } catch (IOException e) {
                throw endsEarly(e);
            }
        }

        private static IllegalArgumentException endsEarly(IOException cause) {
            return new IllegalArgumentException("The state ends early: it is of another kernel", cause);
        }
    }
}
