package io.daybook.analytics.demand;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.EventHeaders;
import io.daybook.api.EventTypes;
import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Events in the form in which the command service publishes them. */
final class EventRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventRecords() {}

    static byte[] key(OrderEvent event) {
        return subject(event).getBytes(UTF_8);
    }

    private static String subject(OrderEvent event) {
        return switch (event) {
            case OrderConfirmed it -> "order:" + it.orderId();
            case OrderReserved it -> "order:" + it.orderId();
            case FulfilmentRetried it -> "order:" + it.orderId();
            case FulfilmentStalled it -> "order:" + it.orderId();
            case OrderPlaced it -> "order:" + it.orderId();
            case OrderCancelled it -> "order:" + it.orderId();
            case OrderRejected it -> "order:" + it.orderId();
            case OrderShipped it -> "order:" + it.orderId();
            case PaymentRecorded it -> "order:" + it.orderId();
            case GoodsReturned it -> "return:" + it.returnId();
            case AdjustmentRecorded it -> "adjustment:" + it.adjustmentId();
        };
    }

    static byte[] payload(OrderEvent event) {
        return JSON.writeValueAsBytes(event);
    }

    static Headers headers(OrderEvent event, long position) {
        Headers headers = headers(event.getClass().getName(), subject(event), position);
        String revision = EventTypes.storedRevision(event.getClass());
        return revision == null ? headers : headers.add(EventHeaders.REVISION, revision.getBytes(UTF_8));
    }

    static Headers headers(String type, String subject, long position) {
        return new RecordHeaders()
                .add(EventHeaders.SPEC_VERSION, "1.0".getBytes(UTF_8))
                .add(EventHeaders.ID, UUID.randomUUID().toString().getBytes(UTF_8))
                .add(EventHeaders.SOURCE, "daybook".getBytes(UTF_8))
                .add(EventHeaders.TYPE, type.getBytes(UTF_8))
                .add(EventHeaders.SUBJECT, subject.getBytes(UTF_8))
                .add(EventHeaders.TIME, "2026-11-23T09:00:00Z".getBytes(UTF_8))
                .add(EventHeaders.POSITION, Long.toString(position).getBytes(UTF_8))
                .add(EventHeaders.SEQUENCE, "0".getBytes(UTF_8))
                .add(EventHeaders.CONTENT_TYPE, "application/json".getBytes(UTF_8));
    }
}
