package io.daybook.analytics.pricing;

import io.daybook.analytics.pricing.kernel.ShopEvent;
import io.daybook.analytics.pricing.kernel.ShopEventFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An event of the shop on its way to the desk.
 *
 * @param origin the partition of the log that it comes from
 * @param origins how many partitions the log has
 * @param eventId empty where the event says nothing about prices
 * @param correlationId likewise
 */
record SequencedEvent(int origin, int origins, String eventId, String correlationId, ShopEvent event) {

    byte[] bytes() {
        byte[] id = eventId.getBytes(StandardCharsets.UTF_8);
        byte[] correlation = correlationId.getBytes(StandardCharsets.UTF_8);
        byte[] content = ShopEventFormat.bytesOf(event);
        return ByteBuffer.allocate(4 * Short.BYTES + id.length + correlation.length + content.length)
                .putShort((short) origin)
                .putShort((short) origins)
                .putShort((short) id.length)
                .put(id)
                .putShort((short) correlation.length)
                .put(correlation)
                .put(content)
                .array();
    }

    static SequencedEvent of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int origin = buffer.getShort();
        int origins = buffer.getShort();
        String eventId = text(buffer);
        String correlationId = text(buffer);
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return new SequencedEvent(origin, origins, eventId, correlationId, ShopEventFormat.eventOf(content));
    }

    long position() {
        return event.position();
    }

    private static String text(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getShort()];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
