package io.daybook.query.platform;

import io.daybook.eventstore.PostgresEventStorageEngine;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with the version of what is shown as its {@code ETag}: what a change of it sends back in {@code If-Match}. */
@Component
public final class Versions {

    private final PostgresEventStorageEngine engine;

    Versions(PostgresEventStorageEngine engine) {
        this.engine = engine;
    }

    public <V> ResponseEntity<V> tag(Shown<V> shown) {
        ResponseEntity.BodyBuilder reply = ResponseEntity.ok();
        engine.versionAt(shown.position()).ifPresent(version -> reply.eTag(Long.toString(version)));
        return reply.body(shown.view());
    }
}
