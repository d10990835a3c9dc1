package io.daybook.analytics.pricing.kernel;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events of the shop as bytes: as they travel to where the engine takes them in. */
public final class ShopEventFormat {

    private ShopEventFormat() {}

    public static byte[] bytesOf(ShopEvent event) {
        return Octets.of(out -> {
            out.writeLong(event.position());
            Octets.maybe(out, event.at(), Octets::instant);
            out.writeInt(event.facts().size());
            for (ShopFact fact : event.facts()) {
                write(out, fact);
            }
        });
    }

    /** Throws {@link IllegalArgumentException} where the bytes are no event. */
    public static ShopEvent eventOf(byte[] bytes) {
        return Octets.read(bytes, in -> {
            long position = in.readLong();
            Instant at = Octets.maybe(in, Octets::instant);
            int count = in.readInt();
            List<ShopFact> facts = new ArrayList<>();
            for (int fact = 0; fact < count; fact++) {
                facts.add(read(in));
            }
            return new ShopEvent(position, at, facts);
        });
    }

    private static void write(DataOutputStream out, ShopFact fact) throws IOException {
        switch (fact) {
            case ShopFact.Sold sold -> {
                head(out, 's', fact);
                out.writeLong(sold.pieces());
            }
            case ShopFact.Priced priced -> {
                head(out, 'p', fact);
                Octets.maybe(out, priced.price(), Octets::price);
                out.writeBoolean(priced.byEngine());
            }
            case ShopFact.Announced next -> {
                head(out, 'a', fact);
                out.writeUTF(next.scheduleId());
                Octets.price(out, next.price());
            }
            case ShopFact.CalledOff gone -> {
                head(out, 'o', fact);
                out.writeUTF(gone.scheduleId());
            }
            case ShopFact.Limited limited -> {
                head(out, 'l', fact);
                Octets.maybe(out, limited.guardrails(), Octets::guardrails);
            }
            case ShopFact.Steered steered -> {
                head(out, 't', fact);
                Octets.steered(out, steered);
            }
            case ShopFact.Withdrawn _ -> head(out, 'w', fact);
            case ShopFact.Stocked stocked -> {
                head(out, 'k', fact);
                out.writeLong(stocked.pieces());
            }
            case ShopFact.Categorised in -> {
                head(out, 'c', fact);
                Octets.maybe(out, in.category(), DataOutputStream::writeUTF);
            }
            case ShopFact.Answered _ -> head(out, 'd', fact);
        }
    }

    private static void head(DataOutputStream out, char kind, ShopFact fact) throws IOException {
        out.writeByte(kind);
        out.writeUTF(fact.sku());
    }

    private static ShopFact read(DataInputStream in) throws IOException {
        char kind = (char) in.readByte();
        String sku = in.readUTF();
        return switch (kind) {
            case 's' -> new ShopFact.Sold(sku, in.readLong());
            case 'p' -> new ShopFact.Priced(sku, Octets.maybe(in, Octets::price), in.readBoolean());
            case 'a' -> new ShopFact.Announced(sku, in.readUTF(), Octets.price(in));
            case 'o' -> new ShopFact.CalledOff(sku, in.readUTF());
            case 'l' -> new ShopFact.Limited(sku, Octets.maybe(in, Octets::guardrails));
            case 't' -> Octets.steered(in);
            case 'w' -> new ShopFact.Withdrawn(sku);
            case 'k' -> new ShopFact.Stocked(sku, in.readLong());
            case 'c' -> new ShopFact.Categorised(sku, Octets.maybe(in, DataInput::readUTF));
            case 'd' -> new ShopFact.Answered(sku);
            default -> throw new IOException("a fact of kind " + kind);
        };
    }
}
