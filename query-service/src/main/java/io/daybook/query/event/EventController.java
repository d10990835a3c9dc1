package io.daybook.query.event;

import io.daybook.api.InvalidValue;
import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.audit.AuditRecord;
import io.daybook.query.platform.audit.AuditedQuery;
import io.daybook.query.platform.freshness.Freshness;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Exports;
import io.daybook.query.platform.list.Format;
import io.daybook.query.platform.live.LiveHub;
import io.daybook.query.platform.live.LiveStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /events}: a page of those that are wanted, all of them as NDJSON, or each as it comes as server-sent
 * events.
 */
@RestController
@ReadsFrom(EventIndexer.NAME)
final class EventController {

    private final EventQuestions questions;
    private final EventSearch search;
    private final EventLookup lookup;
    private final AuditRecord audit;
    private final Exports exports;
    private final JsonMapper json;
    private final LiveHub hub;
    private final Freshness freshness;
    private final RecentTerms recent;
    private final PostgresEventStorageEngine engine;

    EventController(
            EventQuestions questions,
            EventSearch search,
            EventLookup lookup,
            AuditRecord audit,
            Exports exports,
            JsonMapper json,
            LiveHub hub,
            Freshness freshness,
            RecentTerms recent,
            PostgresEventStorageEngine engine) {
        this.questions = questions;
        this.search = search;
        this.lookup = lookup;
        this.audit = audit;
        this.exports = exports;
        this.json = json;
        this.hub = hub;
        this.freshness = freshness;
        this.recent = recent;
        this.engine = engine;
    }

    /** A page; or all of them, and then what is returned has been sent. */
    @GetMapping("/events")
    @Nullable Page<RecordedEvent> events(Asked asked, HttpServletResponse response) throws IOException {
        EventQuestion question = questions.of(asked).between(0, lookup.lastShown());
        PayloadForm form = PayloadForm.of(asked.one(PayloadForm.PARAMETER));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return switch (asked.format()) {
            case JSON -> page(question, form, asked);
            case NDJSON -> {
                asked.requireNoPage();
                exports.sendNdjson(
                        "events", rows -> export(question, form, rows), new ServletServerHttpResponse(response));
                yield null;
            }
            case CSV -> throw new InvalidValue("format", "must be json or ndjson: events have no columns");
        };
    }

    private Page<RecordedEvent> page(EventQuestion question, PayloadForm form, Asked asked) {
        int limit = asked.limit(PageRequest.MAX_LIMIT);
        long last = EventQuestions.position(asked, "cursor", 0);
        EventQuestion rest = last == 0
                ? question
                : question.latestFirst() ? question.between(0, last - 1) : question.between(last, Long.MAX_VALUE);
        List<RecordedEvent> events = search.first(rest, limit + 1);
        List<RecordedEvent> shown = events.subList(0, Math.min(limit, events.size()));
        audit.shown(Format.JSON.name(), shown.size());
        String next = events.size() > limit ? Long.toString(shown.getLast().position()) : null;
        return new Page<>(shown.stream().map(form::show).toList(), next);
    }

    private void export(EventQuestion question, PayloadForm form, Consumer<JsonNode> rows) {
        AuditedQuery query = audit.begun(Format.NDJSON.name());
        boolean complete = false;
        try {
            search.each(question, event -> {
                rows.accept(json.valueToTree(form.show(event)));
                query.shown();
                return true;
            });
            complete = true;
        } finally {
            query.ended(complete);
        }
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(Asked asked, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        asked.requireNoPage();
        EventQuestion question = questions.of(asked).inOrder();
        PayloadForm form = PayloadForm.of(asked.one(PayloadForm.PARAMETER));
        long head = engine.knownHead();
        boolean resumes = last != null && !last.isBlank();
        long sent = resumes ? LiveStream.position(last) : asked.one("after") == null ? head : question.after();
        AuditedQuery query = audit.begun("SSE");
        EventStream stream = new EventStream(search, freshness, recent, question, form, sent, head, query);
        try {
            hub.open(stream);
        } catch (RuntimeException refusal) {
            query.ended(false);
            throw refusal;
        }
        return stream.emitter();
    }

    /** One event, by its position or its id. */
    @GetMapping("/events/{event}")
    RecordedEvent event(
            @PathVariable String event,
            @RequestParam(name = PayloadForm.PARAMETER, required = false) @Nullable String form) {
        PayloadForm shown = PayloadForm.of(form);
        RecordedEvent found = lookup.findOrThrow(event);
        audit.shown(Format.JSON.name(), 1);
        return shown.show(found);
    }
}
