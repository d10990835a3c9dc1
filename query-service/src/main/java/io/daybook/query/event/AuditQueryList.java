package io.daybook.query.event;

import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.query.platform.Columns;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;

/** {@code GET /audit/queries}, the latest first. */
final class AuditQueryList {

    static final Listing<AuditQueryView> LIST = Listing.named("audit-queries", AuditQueryView.class)
            .filters(
                    Filter.of("actor", "actor", TEXT),
                    Filter.of("shownAs", "format", TEXT),
                    Filter.of("correlationId", "correlation_id", TEXT),
                    Filter.prefix("request", "request"))
            .filters(Filter.range("asked", "asked_at", INSTANT))
            .sorts(Sort.by("askedAt", "asked_at", INSTANT))
            .key(Sort.by("queryId", "id", TEXT))
            .order("-askedAt,-queryId")
            .of(
                    "query.audit_query LEFT JOIN query.audit_answer ON query_id = id",
                    (row, _) -> new AuditQueryView(
                            row.getString("id"),
                            Columns.instant(row, "asked_at"),
                            row.getString("actor"),
                            row.getString("request"),
                            row.getString("format"),
                            row.getString("correlation_id"),
                            Columns.instantOrNull(row, "ended_at"),
                            row.getObject("shown", Long.class),
                            row.getObject("complete", Boolean.class)));

    private AuditQueryList() {}
}
