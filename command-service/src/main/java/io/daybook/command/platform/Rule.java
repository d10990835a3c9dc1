package io.daybook.command.platform;

import io.daybook.api.RejectionCode;

/** An invariant, named as what must hold; an aggregate enforces it before it lets anything happen. */
public interface Rule {

    boolean holds();

    RejectionCode code();

    /** What a caller is told when it does not hold. */
    String explanation();

    /** Refuses the command in hand unless the rule holds. */
    default void enforce() {
        if (!holds()) {
            throw new Rejected(code(), explanation());
        }
    }
}
