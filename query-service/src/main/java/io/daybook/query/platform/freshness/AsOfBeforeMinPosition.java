package io.daybook.query.platform.freshness;

/** A request asks for a position that the generation it asks will never pass: it stays as it was before. */
public final class AsOfBeforeMinPosition extends RuntimeException {

    AsOfBeforeMinPosition(long minPosition, Standing standing) {
        // an answer, not a fault: it needs no stack trace
        super(
                "%s stays as it was at %d, before %d; ask for another, or for a position up to that"
                        .formatted(standing.generation().name(), standing.position(), minPosition),
                null,
                false,
                false);
    }
}
