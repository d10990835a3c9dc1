package io.daybook.command.publication;

import io.daybook.api.EventHeaders;
import io.daybook.api.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Headers;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Events as Kafka records: CloudEvents 1.0 in binary mode, the payload exactly as it is stored; of an earlier revision,
 * in today's form.
 */
@Component
final class EventRecords {

    private static final String SPEC_VERSION = "1.0";
    private static final String SOURCE = "/daybook";
    private static final String CORRELATION = "correlationId";
    private static final String JSON = "application/json";

    private final Serializer serializer;

    EventRecords(@Qualifier("eventSerializer") Serializer serializer) {
        this.serializer = serializer;
    }

    /** The partition of an aggregate's events, as Kafka's own partitioner would choose. */
    int partition(String aggregateId, int partitions) {
        return BuiltInPartitioner.partitionForKey(aggregateId.getBytes(StandardCharsets.UTF_8), partitions);
    }

    ProducerRecord<String, byte[]> record(DomainEventMessage<?> event, long position, int partition) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.EVENTS,
                partition,
                event.getTimestamp().toEpochMilli(),
                event.getAggregateIdentifier(),
                payload.getData());
        Headers headers = record.headers();
        add(headers, EventHeaders.SPEC_VERSION, SPEC_VERSION);
        add(headers, EventHeaders.ID, event.getIdentifier());
        add(headers, EventHeaders.TYPE, payload.getType().getName());
        add(headers, EventHeaders.SOURCE, SOURCE);
        add(headers, EventHeaders.SUBJECT, event.getAggregateIdentifier());
        add(headers, EventHeaders.TIME, event.getTimestamp().toString());
        add(headers, EventHeaders.POSITION, Long.toString(position));
        add(headers, EventHeaders.SEQUENCE, Long.toString(event.getSequenceNumber()));
        add(headers, EventHeaders.CONTENT_TYPE, JSON);
        if (event.getMetaData().get(CORRELATION) instanceof String correlationId) {
            add(headers, EventHeaders.CORRELATION, correlationId);
        }
        String revision = payload.getType().getRevision();
        if (revision != null) {
            add(headers, EventHeaders.REVISION, revision);
        }
        return record;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
