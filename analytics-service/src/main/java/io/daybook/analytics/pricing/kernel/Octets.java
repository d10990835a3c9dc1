package io.daybook.analytics.pricing.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the engine keeps, as bytes: numbers with the highest byte first, texts in modified UTF-8 after their length, a
 * byte before what may be missing.
 */
final class Octets {

    private Octets() {}

    /** Writes to a stream that cannot fail. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads what was written. */
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] of(Writing content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Reading<T> content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return content.from(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("not what the engine wrote", e);
        }
    }

    /** Something, or a mark that it is missing. */
    static <T> void maybe(DataOutputStream out, @Nullable T value, Each<T> each) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            each.to(out, value);
        }
    }

    static <T> @Nullable T maybe(DataInputStream in, Reading<T> content) throws IOException {
        return in.readBoolean() ? content.from(in) : null;
    }

    /** Writes a value. */
    interface Each<T> {
        void to(DataOutputStream out, T value) throws IOException;
    }

    static void instant(DataOutputStream out, Instant value) throws IOException {
        out.writeLong(value.getEpochSecond());
        out.writeInt(value.getNano());
    }

    static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    static void price(DataOutputStream out, PriceNow price) throws IOException {
        out.writeLong(price.amount());
        out.writeLong(price.version());
        instant(out, price.since());
    }

    static PriceNow price(DataInputStream in) throws IOException {
        return new PriceNow(in.readLong(), in.readLong(), instant(in));
    }

    static void guardrails(DataOutputStream out, Guardrails guardrails) throws IOException {
        out.writeLong(guardrails.floor());
        out.writeLong(guardrails.ceiling());
        maybe(out, guardrails.largestStep(), DataOutputStream::writeLong);
        out.writeUTF(guardrails.minimumInterval().toString());
        maybe(out, guardrails.ending(), DataOutputStream::writeUTF);
    }

    static Guardrails guardrails(DataInputStream in) throws IOException {
        return new Guardrails(
                in.readLong(),
                in.readLong(),
                maybe(in, DataInputStream::readLong),
                Duration.parse(in.readUTF()),
                maybe(in, DataInput::readUTF));
    }

    static void steered(DataOutputStream out, ShopFact.Steered steered) throws IOException {
        Strategy strategy = steered.strategy();
        out.writeUTF(steered.sku());
        out.writeUTF(steered.currency());
        out.writeUTF(strategy.mode().name());
        out.writeUTF(strategy.objective().name());
        out.writeUTF(strategy.exploration().name());
        out.writeDouble(strategy.notable());
        out.writeUTF(strategy.experiment());
        out.writeDouble(strategy.controlShare());
        out.writeLong(steered.cost());
        maybe(out, steered.seasonEnd(), Octets::instant);
        out.writeLong(steered.leftOver());
    }

    static ShopFact.Steered steered(DataInputStream in) throws IOException {
        return new ShopFact.Steered(
                in.readUTF(),
                in.readUTF(),
                new Strategy(
                        Mode.valueOf(in.readUTF()),
                        Objective.valueOf(in.readUTF()),
                        Exploration.valueOf(in.readUTF()),
                        in.readDouble(),
                        in.readUTF(),
                        in.readDouble()),
                in.readLong(),
                maybe(in, Octets::instant),
                in.readLong());
    }
}
