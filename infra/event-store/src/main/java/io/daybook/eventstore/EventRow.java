package io.daybook.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored.
 *
 * @param position the place in the store, dense from 1 in commit order; 0 for a snapshot and for what is not yet stored
 * @param sequence the place in the aggregate's stream, dense from 0
 * @param type the aggregate type; null for an event that no aggregate published
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared
public record EventRow(
        long position,
        String aggregateId,
        long sequence,
        @Nullable String type,
        String eventId,
        Instant recordedAt,
        String payloadType,
        @Nullable String payloadRevision,
        byte[] payloadBytes,
        byte[] metadataBytes)
        implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

    /** What is to be stored of an event: no position yet, and its time in microseconds. */
    static EventRow of(EventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        DomainEventMessage<?> domainEvent = event instanceof DomainEventMessage<?> known ? known : unowned(event);
        return new EventRow(
                0,
                domainEvent.getAggregateIdentifier(),
                domainEvent.getSequenceNumber(),
                domainEvent.getType(),
                event.getIdentifier(),
                event.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData());
    }

    @SuppressWarnings("NullAway") // Axon marks an event that no aggregate published by a null type
    private static DomainEventMessage<?> unowned(EventMessage<?> event) {
        return new GenericDomainEventMessage<>(null, event.getIdentifier(), 0L, event, event::getTimestamp);
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metadataBytes, byte[].class);
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's serialised type takes a null revision
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payloadBytes, byte[].class, payloadType, payloadRevision);
    }

    @Override
    @SuppressWarnings("NullAway") // Axon takes a null type for an event that no aggregate published
    public String getType() {
        return type;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    /** The bytes that this row brings to a batch, roughly. */
    int size() {
        return payloadBytes.length + metadataBytes.length + 200;
    }
}
