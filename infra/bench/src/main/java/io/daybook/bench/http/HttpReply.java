package io.daybook.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Finds the end of a reply in the bytes of a connection; knows as much of HTTP/1.1 as small JSON replies need. */
final class HttpReply {

    private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String LENGTH = "content-length:";

    private HttpReply() {}

    /** The status of the reply that these bytes are, or 0 where it is not whole yet. */
    static int status(byte[] bytes, int length) {
        int bodyStart = bodyStart(bytes, length);
        if (bodyStart < 0) {
            return 0;
        }
        String head = new String(bytes, 0, bodyStart, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        boolean whole = head.contains("transfer-encoding: chunked")
                ? endsWith(bytes, bodyStart, length, LAST_CHUNK)
                : length - bodyStart >= contentLength(head);
        return whole ? Integer.parseInt(head, 9, 12, 10) : 0;
    }

    /** Whether the service closes the connection after this reply, which is whole. */
    static boolean closes(byte[] bytes, int length) {
        return new String(bytes, 0, bodyStart(bytes, length), StandardCharsets.US_ASCII)
                .toLowerCase(Locale.ROOT)
                .contains("connection: close");
    }

    /** A header of the reply, which is whole. */
    static Optional<String> header(byte[] bytes, int length, String name) {
        return new String(bytes, 0, bodyStart(bytes, length), StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static int bodyStart(byte[] bytes, int length) {
        for (int end = HEADERS_END.length; end <= length; end++) {
            if (Arrays.equals(bytes, end - HEADERS_END.length, end, HEADERS_END, 0, HEADERS_END.length)) {
                return end;
            }
        }
        return -1;
    }

    private static boolean endsWith(byte[] bytes, int from, int length, byte[] end) {
        return length - from >= end.length && Arrays.equals(bytes, length - end.length, length, end, 0, end.length);
    }

    private static int contentLength(String head) {
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            return 0;
        }
        int lineEnd = head.indexOf('\r', at);
        return Integer.parseInt(head.substring(at + LENGTH.length(), lineEnd).strip());
    }
}
