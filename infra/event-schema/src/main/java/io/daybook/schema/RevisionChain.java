package io.daybook.schema;

import io.daybook.api.EventTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The upcasters of one event type, in their order: the first is from revision 1.
 *
 * @param stored how the revision of today is stored; null for the first
 */
record RevisionChain(String typeName, @Nullable String stored, List<Upcaster> upcasters) {

    /** Keeps numbers as they are written. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static RevisionChain of(Class<?> type, List<Upcaster> upcasters) {
        List<Upcaster> own = new ArrayList<>();
        for (int revision = 1; revision < EventTypes.revision(type); revision++) {
            own.add(upcaster(type, revision, upcasters));
        }
        return new RevisionChain(type.getName(), EventTypes.storedRevision(type), List.copyOf(own));
    }

    private static Upcaster upcaster(Class<?> type, int from, List<Upcaster> upcasters) {
        List<Upcaster> found = upcasters.stream()
                .filter(upcaster -> upcaster.type() == type && upcaster.from() == from)
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("%s needs one upcaster from revision %d to %d, and has %d"
                    .formatted(type.getSimpleName(), from, from + 1, found.size()));
        }
        return found.getFirst();
    }

    boolean isCurrent(@Nullable String revision) {
        return Objects.equals(revision, stored);
    }

    byte[] upcast(@Nullable String revision, byte[] payload) {
        List<Upcaster> steps = upcasters.subList(number(revision) - 1, upcasters.size());
        if (steps.isEmpty()) {
            return payload;
        }
        try {
            ObjectNode fields = (ObjectNode) EXACT.readTree(payload);
            steps.forEach(step -> step.change().accept(fields));
            return EXACT.writeValueAsBytes(fields);
        } catch (RuntimeException unfit) {
            throw new UnreadableRevision(
                    "A payload of %s is not of revision %d: %s"
                            .formatted(typeName, number(revision), unfit.getMessage()),
                    unfit);
        }
    }

    private int number(@Nullable String revision) {
        if (revision == null) {
            return 1;
        }
        int known = upcasters.size() + 1;
        if (!revision.matches("[1-9][0-9]{0,8}") || Integer.parseInt(revision) > known) {
            throw new UnreadableRevision("Revision %s of %s is not known: this version reads revisions 1 to %d"
                    .formatted(revision, typeName, known));
        }
        return Integer.parseInt(revision);
    }
}
