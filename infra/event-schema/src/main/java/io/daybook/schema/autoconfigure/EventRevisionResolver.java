package io.daybook.schema.autoconfigure;

import io.daybook.api.EventTypes;
import io.daybook.api.Revision;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.jspecify.annotations.Nullable;

/** The revision that is stored with an event; of what is no event, a snapshot say, the one of Axon's own annotation. */
final class EventRevisionResolver implements RevisionResolver {

    private final RevisionResolver others = new AnnotationRevisionResolver();

    @Override
    @SuppressWarnings("NullAway") // Axon takes null for no revision
    public @Nullable String revisionOf(Class<?> payloadType) {
        return payloadType.isAnnotationPresent(Revision.class)
                ? EventTypes.storedRevision(payloadType)
                : others.revisionOf(payloadType);
    }
}
