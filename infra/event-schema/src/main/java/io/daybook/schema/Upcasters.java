package io.daybook.schema;

import io.daybook.api.EventTypes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes of payloads of any released revision payloads of today's. A payload that is of today's revision is handed back
 * as it is, at the cost of a look-up by its type.
 */
public final class Upcasters {

    private static final Upcasters RELEASED = new Upcasters(EventTypes.all().values(), OrderUpcasters.ALL);

    private final Map<String, RevisionChain> chains;

    /** Throws an {@link IllegalStateException} where a type lacks an upcaster from one of its earlier revisions. */
    Upcasters(Collection<Class<?>> types, List<Upcaster> upcasters) {
        this.chains = types.stream()
                .map(type -> RevisionChain.of(type, upcasters))
                .collect(Collectors.toUnmodifiableMap(RevisionChain::typeName, Function.identity()));
    }

    /** Those of all event types. */
    public static Upcasters released() {
        return RELEASED;
    }

    /**
     * Whether a payload is in today's form; one of a type that is not known counts as such.
     *
     * @param typeName the stored name of its type
     * @param revision as it is stored with it; null for the first
     */
    public boolean isCurrent(String typeName, @Nullable String revision) {
        RevisionChain chain = chains.get(typeName);
        return chain == null || chain.isCurrent(revision);
    }

    /** The payload in today's form; throws {@link UnreadableRevision} where it cannot be made of it. */
    public byte[] upcast(String typeName, @Nullable String revision, byte[] payload) {
        RevisionChain chain = chains.get(typeName);
        return chain == null || chain.isCurrent(revision) ? payload : chain.upcast(revision, payload);
    }
}
