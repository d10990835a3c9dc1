package io.daybook.query.platform;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.model.ReadModel;
import java.util.Optional;

/** The entities of one model, as queries see them: those of the live generation, or as of what a request asks for. */
public abstract class Rows<V> {

    private final Lookup lookup;
    private final ReadModel<V, ?> model;
    private final RejectionCode unknown;

    protected Rows(Lookup lookup, ReadModel<V, ?> model, RejectionCode unknown) {
        this.lookup = lookup;
        this.model = model;
        this.unknown = unknown;
    }

    /** The view with this id, or {@link UnknownEntity}. */
    public final Shown<V> findOrThrow(String id) {
        return find(id).orElseThrow(() ->
                new UnknownEntity(unknown, "There is none with the id %s%s".formatted(id, lookup.when())));
    }

    public final Optional<Shown<V>> find(String id) {
        return lookup.find(model, id);
    }
}
