package io.daybook.analytics.pricing.kernel;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** All that is known of a SKU as bytes. */
final class SkuFormat {

    private static final byte FORMAT = 1;

    private SkuFormat() {}

    static byte[] bytesOf(PricedSku sku) {
        return Octets.of(out -> {
            out.writeByte(FORMAT);
            Octets.maybe(out, sku.category, DataOutputStream::writeUTF);
            board(out, sku.board);
            Octets.maybe(out, sku.guardrails, Octets::guardrails);
            Octets.maybe(out, sku.steered, Octets::steered);
            Octets.maybe(out, sku.demand, SkuFormat::demand);
            Octets.maybe(out, sku.window, SkuFormat::window);
            Octets.maybe(out, sku.proposedAt, Octets::instant);
            out.writeBoolean(sku.stocked);
            out.writeLong(sku.available);
        });
    }

    static PricedSku skuOf(String name, byte[] bytes, DemandTuning tuning) {
        return Octets.read(bytes, in -> {
            if (in.readByte() != FORMAT) {
                throw new IOException("a SKU of another format");
            }
            PricedSku sku = new PricedSku(name);
            sku.category = Octets.maybe(in, DataInput::readUTF);
            board(in, sku.board);
            sku.guardrails = Octets.maybe(in, Octets::guardrails);
            sku.steered = Octets.maybe(in, Octets::steered);
            sku.demand = Octets.maybe(in, from -> demand(from, tuning));
            sku.window = Octets.maybe(in, SkuFormat::window);
            sku.proposedAt = Octets.maybe(in, Octets::instant);
            sku.stocked = in.readBoolean();
            sku.available = in.readLong();
            return sku;
        });
    }

    private static void board(DataOutputStream out, PriceBoard board) throws IOException {
        Octets.maybe(out, board.current(), Octets::price);
        out.writeBoolean(board.isByEngine());
        out.writeInt(board.announced().size());
        for (Map.Entry<String, PriceNow> next : board.announced().entrySet()) {
            out.writeUTF(next.getKey());
            Octets.price(out, next.getValue());
        }
    }

    private static void board(DataInputStream in, PriceBoard board) throws IOException {
        board.set(Octets.maybe(in, Octets::price), in.readBoolean());
        int count = in.readInt();
        for (int next = 0; next < count; next++) {
            board.announce(in.readUTF(), Octets.price(in));
        }
    }

    private static void demand(DataOutputStream out, DemandKernel demand) throws IOException {
        byte[] bytes = demand.bytes();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static DemandKernel demand(DataInputStream in, DemandTuning tuning) throws IOException {
        return new DemandKernel(in.readNBytes(in.readInt()), tuning);
    }

    private static void window(DataOutputStream out, SalesWindow window) throws IOException {
        Octets.instant(out, window.from());
        out.writeDouble(window.mark());
        out.writeDouble(window.exposed());
        out.writeLong(window.sold());
        out.writeLong(window.firstPosition());
        out.writeLong(window.lastPosition());
    }

    private static SalesWindow window(DataInputStream in) throws IOException {
        return new SalesWindow(
                Octets.instant(in), in.readDouble(), in.readDouble(), in.readLong(), in.readLong(), in.readLong());
    }
}
