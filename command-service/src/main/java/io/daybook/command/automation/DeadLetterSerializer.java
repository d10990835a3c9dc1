package io.daybook.command.automation;

import io.daybook.api.EventTypes;
import io.daybook.schema.Upcasters;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads dead letters in today's form: they keep their events as they were when they were parked, and Axon upcasts none.
 */
final class DeadLetterSerializer implements Serializer {

    private final Serializer events;
    private final Upcasters upcasters = Upcasters.released();

    DeadLetterSerializer(Serializer events) {
        this.events = events;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as Axon declares it
    public <S, T> T deserialize(SerializedObject<S> stored) {
        SerializedType type = stored.getType();
        return upcasters.isCurrent(type.getName(), type.getRevision())
                ? events.deserialize(stored)
                : events.deserialize(ofToday(stored, type));
    }

    @SuppressWarnings("NullAway") // Axon takes a null revision
    private SerializedObject<byte[]> ofToday(SerializedObject<?> stored, SerializedType type) {
        byte[] payload = events.getConverter().convert(stored, byte[].class).getData();
        return new SimpleSerializedObject<>(
                upcasters.upcast(type.getName(), type.getRevision(), payload),
                byte[].class,
                type.getName(),
                EventTypes.find(type.getName()).map(EventTypes::storedRevision).orElse(null));
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expected) {
        return events.serialize(object, expected);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expected) {
        return events.canSerializeTo(expected);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public Class classForType(SerializedType type) {
        return events.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        return events.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return events.getConverter();
    }
}
