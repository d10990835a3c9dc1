package io.daybook.query.platform.model;

/** An event changes what the read model has never seen: the read model is wrong, and going on would hide it. */
public final class MissingRow extends IllegalStateException {

    MissingRow(Object event) {
        super("No row for " + event);
    }
}
