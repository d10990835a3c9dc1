package io.daybook.schema.autoconfigure;

import io.daybook.api.EventTypes;
import io.daybook.schema.Upcasters;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/** The upcasters as one of Axon's: what is of today's revision passes untouched. */
final class UpcastersOfAxon extends SingleEventUpcaster {

    private final Upcasters upcasters;

    UpcastersOfAxon(Upcasters upcasters) {
        this.upcasters = upcasters;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        SerializedType type = event.getType();
        return !upcasters.isCurrent(type.getName(), type.getRevision());
    }

    @Override
    @SuppressWarnings("NullAway") // Axon takes a null revision
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        SerializedType stored = event.getType();
        String today = EventTypes.find(stored.getName())
                .map(EventTypes::storedRevision)
                .orElse(null);
        return event.upcastPayload(
                new SimpleSerializedType(stored.getName(), today),
                byte[].class,
                payload -> upcasters.upcast(stored.getName(), stored.getRevision(), payload));
    }
}
