package io.daybook.query.platform.cache;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** An answer as it was sent, but for what is told of its freshness. */
final class CachedResponse {

    private final Basis basis;
    private final Instant goodUntil;
    private final List<Header> headers;
    private final String contentType;
    private final byte[] body;

    /** A line of the head. */
    record Header(String name, String value) {}

    /**
     * An answer.
     *
     * @param goodUntil when the token that it was given for ends, or what it shows would change by itself
     */
    CachedResponse(Basis basis, Instant goodUntil, List<Header> headers, String contentType, byte[] body) {
        this.basis = basis;
        this.goodUntil = goodUntil;
        this.headers = List.copyOf(headers);
        this.contentType = contentType;
        this.body = body.clone();
    }

    Basis basis() {
        return basis;
    }

    Instant goodUntil() {
        return goodUntil;
    }

    /** In bytes, about. */
    int size() {
        return body.length
                + headers.stream()
                        .mapToInt(header ->
                                header.name().length() + header.value().length())
                        .sum();
    }

    void writeTo(HttpServletResponse response) throws IOException {
        for (Header header : headers) {
            response.setHeader(header.name(), header.value());
        }
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
