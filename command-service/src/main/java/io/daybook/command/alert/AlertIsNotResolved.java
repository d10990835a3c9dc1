package io.daybook.command.alert;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;

/** What is resolved needs nobody to look after it. */
record AlertIsNotResolved(String alertId, boolean resolved) implements Rule {

    @Override
    public boolean holds() {
        return !resolved;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.ALERT_RESOLVED;
    }

    @Override
    public String explanation() {
        return "The alert %s has been resolved".formatted(alertId);
    }
}
