package io.daybook.query.platform.audit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A query that has been written down and is being answered. */
public final class AuditedQuery {

    private final String id;
    private final AuditRecord record;
    private final AtomicLong shown = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    AuditedQuery(String id, AuditRecord record) {
        this.id = id;
        this.record = record;
    }

    /** One event more has been shown. */
    public void shown() {
        shown.incrementAndGet();
    }

    /**
     * Nothing more is shown; what was shown so far is written down, once.
     *
     * @param complete whether that is all that was asked for
     */
    public void ended(boolean complete) {
        if (ended.compareAndSet(false, true)) {
            record.answered(id, shown.get(), complete);
        }
    }
}
