package io.daybook.query.platform;

import org.springframework.http.ResponseEntity;

/**
 * Answers with the version of what is shown as its {@code ETag}: what a change of it sends back in {@code If-Match}.
 */
public final class Versions {

    private Versions() {}

    public static <V> ResponseEntity<V> tag(Shown<V> shown) {
        return ResponseEntity.ok().eTag(Long.toString(shown.version())).body(shown.view());
    }
}
