package io.daybook.command.platform;

import io.daybook.api.RejectionCode;
import org.jspecify.annotations.Nullable;

/** What a caller wants changed is what the caller has seen. */
record VersionIsExpected(@Nullable Long expected, long actual) implements Rule {

    @Override
    public boolean holds() {
        return expected == null || expected == actual;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.VERSION_STALE;
    }

    @Override
    public String explanation() {
        return expected != null && expected == Decision.NO_VERSION
                ? "It exists already, at version " + actual
                : "It has changed meanwhile: its version is %d, not %d".formatted(actual, expected);
    }
}
