package io.daybook.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/** By turns a new product and another name for one of those that are there; each request has a key of its own. */
final class CommandRequests implements Supplier<byte[]> {

    private static final int REVISED = 512;

    private final String headers;
    private final String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    private long number;
    private String lastSku = "";

    /** @param headers further lines of every request, each with its end */
    CommandRequests(String headers) {
        this.headers = headers;
    }

    @Override
    public byte[] get() {
        long next = number++;
        return next < REVISED || next % 2 == 0 ? register(next) : revise(next);
    }

    /** The product of the last request. */
    String lastSku() {
        return lastSku;
    }

    private byte[] register(long next) {
        String body = "{\"sku\":\"" + sku(next) + "\",\"name\":\"WHITE HANGING HEART T-LIGHT HOLDER\"}";
        return request("POST /products", next, body);
    }

    private byte[] revise(long next) {
        String body = "{\"name\":\"WHITE HANGING HEART T-LIGHT " + next + "\"}";
        return request("PUT /products/" + sku(next / 2 % REVISED), next, body);
    }

    private String sku(long next) {
        lastSku = "H" + run + next;
        return lastSku;
    }

    private byte[] request(String line, long next, String body) {
        return (line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\nIdempotency-Key: \"" + run + next + "\"\r\nIf-Match: *\r\n" + headers
                        + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
