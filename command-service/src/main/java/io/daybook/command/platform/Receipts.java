package io.daybook.command.platform;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.eventstore.PostgresEventStorageEngine.Place;
import io.daybook.eventstore.Receipt;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What callers were told of the requests that they gave a key, to be told again. */
@Component
final class Receipts {

    /** The reply's header with the position of the command's last event. */
    static final String EVENT_POSITION = "Event-Position";

    private final PostgresEventStorageEngine engine;
    private final JsonMapper json;

    Receipts(PostgresEventStorageEngine engine, JsonMapper json) {
        this.engine = engine;
        this.json = json;
    }

    /** The receipt of a reply. */
    Receipt of(IdempotencyKey key, HttpStatusCode status, @Nullable URI location, MediaType type, Object body) {
        StoredReply reply = new StoredReply(status.value(), location, type.toString(), json.writeValueAsString(body));
        return key.receipt(json.writeValueAsBytes(reply));
    }

    /**
     * Stores the receipt of a request that changed nothing; throws {@code ReceiptKnown} where its key has an outcome.
     */
    void store(Receipt receipt, Optional<Place> place) {
        engine.store(place.map(known -> receipt.at(known.position(), known.version()))
                .orElse(receipt));
    }

    /** What the caller was told when the request of this key came first; empty where it never came to an end. */
    Optional<ResponseEntity<Object>> find(IdempotencyKey key) {
        return engine.receipt(key.scoped()).map(receipt -> again(key, receipt));
    }

    /** Tells a caller again; refused where the key came with another request. */
    ResponseEntity<Object> again(IdempotencyKey key, Receipt receipt) {
        if (!key.matches(receipt.fingerprint())) {
            throw Refused.keyReused();
        }
        StoredReply told = json.readValue(receipt.outcome(), StoredReply.class);
        ResponseEntity.BodyBuilder reply = ResponseEntity.status(told.status())
                .contentType(MediaType.parseMediaType(told.contentType()))
                .header("Idempotency-Replayed", "true");
        if (told.location() != null) {
            reply.location(told.location());
        }
        if (receipt.version() != Decision.NO_VERSION) {
            describe(reply, new Place(receipt.position(), receipt.version()));
        }
        return reply.body(json.readTree(told.body()));
    }

    static void describe(ResponseEntity.BodyBuilder reply, Place place) {
        reply.header(EVENT_POSITION, Long.toString(place.position())).eTag(Long.toString(place.version()));
    }
}
