package io.daybook.analytics.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.EventHeaders;
import io.daybook.api.activity.Activity;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Records in the form in which the command service and the intake write them. */
final class LogRecords {

    static final Instant NINE = Instant.parse("2011-11-14T09:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LogRecords() {}

    /** A sale of lines such as {@code "A 2 2.55"}: SKU, pieces, unit price. */
    static OrderConfirmed sale(String order, Instant at, String... lines) {
        List<OrderLine> sold = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            sold.add(
                    new OrderLine(sold.size() + 1, parts[0], Long.parseLong(parts[1]), new BigDecimal(parts[2]), true));
        }
        return new OrderConfirmed(order, "C-" + order, "France", "EUR", at, sold);
    }

    static Headers headers(Class<?> type, long position) {
        return new RecordHeaders()
                .add(EventHeaders.TYPE, type.getName().getBytes(UTF_8))
                .add(EventHeaders.TIME, "2026-11-23T09:00:00Z".getBytes(UTF_8))
                .add(EventHeaders.POSITION, Long.toString(position).getBytes(UTF_8));
    }

    static byte[] json(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    static ProductViewed view(String session, Instant at, String sku) {
        return new ProductViewed(null, session, null, "France", at, sku);
    }

    static ProducerRecord<byte[], byte[]> record(String topic, int partition, Activity activity) {
        return new ProducerRecord<>(
                topic, partition, activity.at().toEpochMilli(), activity.key().getBytes(UTF_8), json(activity));
    }

    static ProducerRecord<byte[], byte[]> record(String topic, int partition, OrderConfirmed sale, long position) {
        return event(topic, partition, "order:" + sale.orderId(), sale, position);
    }

    /** A product has a category from a position on, or none. */
    static ProducerRecord<byte[], byte[]> revision(
            String topic, int partition, String sku, @Nullable String category, long position) {
        ProductRevised revised = new ProductRevised(sku, "The " + sku, category);
        return event(topic, partition, "product:" + sku, revised, position);
    }

    private static ProducerRecord<byte[], byte[]> event(
            String topic, int partition, String subject, Object event, long position) {
        return new ProducerRecord<>(
                topic, partition, null, subject.getBytes(UTF_8), json(event), headers(event.getClass(), position));
    }
}
