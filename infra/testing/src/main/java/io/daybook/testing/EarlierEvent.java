package io.daybook.testing;

import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** An event of the first revision of its type, as it was stored then: without a revision. */
public final class EarlierEvent extends GenericDomainEventMessage<String> {

    private static final long serialVersionUID = 1;

    private final String type;

    public EarlierEvent(String aggregateType, String aggregateId, long sequence, Class<?> type, String payload) {
        super(aggregateType, aggregateId, sequence, payload);
        this.type = type.getName();
    }

    @Override
    @SuppressWarnings("NullAway") // Axon takes a null revision
    public <R> SerializedObject<R> serializePayload(Serializer serializer, Class<R> expected) {
        byte[] bytes = getPayload().getBytes(StandardCharsets.UTF_8);
        return serializer
                .getConverter()
                .convert(new SimpleSerializedObject<>(bytes, byte[].class, type, null), expected);
    }
}
