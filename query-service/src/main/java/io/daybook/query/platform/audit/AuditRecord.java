package io.daybook.query.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.common.IdentifierFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes down what the caller of this thread's request is shown. The actor is the subject of the access token. What
 * cannot be written down is not shown.
 */
@Component
public final class AuditRecord {

    private static final Logger logger = LoggerFactory.getLogger(AuditRecord.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    AuditRecord(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Somebody is about to be shown so many events, and no more.
     *
     * @param format as what, such as {@code json}
     */
    public void shown(String format, long events) {
        transactions.executeWithoutResult(_ -> insert(asked(format), events, true));
    }

    /** Somebody is about to be shown events, nobody knows how many; whoever shows them must end it. */
    public AuditedQuery begun(String format) {
        return new AuditedQuery(asked(format), this);
    }

    /**
     * It cannot be undone that they were shown: where their number cannot be written down, the query stands there
     * without it.
     */
    void answered(String id, long events, boolean complete) {
        try {
            insert(id, events, complete);
        } catch (DataAccessException failure) {
            logger.error("That the audit query {} showed {} events could not be written down", id, events, failure);
        }
    }

    private String asked(String format) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        String id = IdentifierFactory.getInstance().generateIdentifier();
        jdbc.sql("""
                        INSERT INTO query.audit_query (id, asked_at, actor, request, format, correlation_id)
                        VALUES (:id, :askedAt, :actor, :request, :format, :correlationId)""")
                .param("id", id)
                .param("askedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor())
                .param("request", WrittenRequest.of(request.getRequestURI(), request.getQueryString()))
                .param("format", format)
                .param("correlationId", String.valueOf(request.getAttribute("correlationId")))
                .update();
        return id;
    }

    private void insert(String id, long events, boolean complete) {
        jdbc.sql("INSERT INTO query.audit_answer (query_id, ended_at, shown, complete) VALUES (?, ?, ?, ?)")
                .params(id, clock.instant().atOffset(ZoneOffset.UTC), events, complete)
                .update();
    }

    private static String actor() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) {
            throw new IllegalStateException("a request without a caller");
        }
        return caller.getName();
    }
}
