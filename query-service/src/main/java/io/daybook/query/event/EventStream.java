package io.daybook.query.event;

import io.daybook.eventstore.EventRow;
import io.daybook.query.platform.audit.AuditedQuery;
import io.daybook.query.platform.freshness.Freshness;
import io.daybook.query.platform.live.Change;
import io.daybook.query.platform.live.LiveStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * The events that are wanted, each of them, as they come. What is not sent yet is kept as a position only, and read
 * when the client is ready for it.
 */
final class EventStream extends LiveStream {

    private static final String ALL = "events";
    private static final Duration TO_BE_SEEN = Duration.ofSeconds(5);

    private final EventSearch search;
    private final Freshness freshness;
    private final RecentTerms recent;
    private final EventQuestion question;
    private final PayloadForm form;
    private final long head;
    private final AuditedQuery query;
    private long sent;

    /**
     * A stream.
     *
     * @param sent the position that the client has
     * @param head the last position that is known now
     */
    EventStream(
            EventSearch search,
            Freshness freshness,
            RecentTerms recent,
            EventQuestion question,
            PayloadForm form,
            long sent,
            long head,
            AuditedQuery query) {
        this.search = search;
        this.freshness = freshness;
        this.recent = recent;
        this.question = question;
        this.form = form;
        this.sent = sent;
        this.head = head;
        this.query = query;
    }

    @Override
    protected boolean concerns(EventRow row) {
        RecentTerms.Known known = recent.of(row);
        return question.matches(known.event(), known.terms());
    }

    @Override
    protected String subject(EventRow row) {
        return ALL;
    }

    @Override
    protected List<Change> beginning() {
        return sent < head ? List.of(new Change(ALL, head)) : List.of();
    }

    @Override
    protected void send(Change change) throws IOException {
        if (!freshness.awaitPassed(EventIndexer.NAME, change.position(), TO_BE_SEEN)) {
            throw new IOException("The index is behind: the client comes again with the last that it has");
        }
        try {
            search.each(question.between(sent, change.position()), this::write);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        sent = Math.max(sent, change.position());
    }

    private boolean write(RecordedEvent event) {
        try {
            write(event.position(), event.type(), form.show(event));
            query.shown();
            return true;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    protected void closed() {
        query.ended(true);
    }
}
