package io.daybook.query.platform.live;

import io.daybook.api.RejectionCode;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.freshness.Freshness;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.resourceserver.EndpointTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * {@code GET /live/products/{sku}}, {@code /live/orders/{orderId}} and {@code /live/alerts/{alertId}}: the state of an
 * entity now and after each change.
 */
@RestController
@ReadsFrom({})
final class LiveController {

    private final LiveHub hub;
    private final PostgresEventStorageEngine engine;
    private final Freshness freshness;
    private final List<LiveTopic> topics;
    private final EndpointTable endpoints;

    LiveController(
            LiveHub hub,
            PostgresEventStorageEngine engine,
            Freshness freshness,
            List<LiveTopic> topics,
            EndpointTable endpoints) {
        this.freshness = freshness;
        this.hub = hub;
        this.engine = engine;
        this.topics = topics;
        this.endpoints = endpoints;
    }

    @GetMapping(path = "/live/products/{sku}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter product(
            @PathVariable String sku,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Authentication caller) {
        return open("products", sku, last, caller, RejectionCode.PRODUCT_UNKNOWN);
    }

    @GetMapping(path = "/live/orders/{orderId}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter order(
            @PathVariable String orderId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Authentication caller) {
        return open("orders", orderId, last, caller, RejectionCode.ORDER_UNKNOWN);
    }

    @GetMapping(path = "/live/alerts/{alertId}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter alert(
            @PathVariable String alertId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Authentication caller) {
        return open("alerts", alertId, last, caller, RejectionCode.ALERT_UNKNOWN);
    }

    /** Only the parts that the caller may have by a plain GET. */
    private SseEmitter open(
            String entities, String key, @Nullable String last, Authentication caller, RejectionCode unknown) {
        List<LiveTopic> allowed = topics.stream()
                .filter(topic -> topic.entities().equals(entities))
                .filter(topic ->
                        endpoints.allows(caller, HttpMethod.GET, topic.path().apply("x")))
                .toList();
        EntityStream stream = new EntityStream(engine, freshness, key, allowed, LiveStream.position(last));
        if (!stream.isKnown()) {
            throw new UnknownEntity(unknown, "There is none with the id " + key);
        }
        hub.open(stream);
        return stream.emitter();
    }
}
