package io.daybook.query.platform.cache;

import io.daybook.query.platform.cache.CachedResponse.Header;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A response that keeps a copy of what is written to it, once it is known that this may be given again. */
public final class ResponseCapture extends HttpServletResponseWrapper {

    private static final String ATTRIBUTE = ResponseCapture.class.getName();
    private static final int LARGEST = 64 * 1024;
    /** What belongs to one reply alone, or is said anew with each. */
    private static final Set<String> OWN = Set.of(
            "event-position",
            "staleness-ms",
            "x-correlation-id",
            "date",
            "content-length",
            "content-type",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "set-cookie");

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1_024);
    private @Nullable Basis basis;
    private Instant goodUntil = Instant.MIN;
    private boolean whole = true;

    private ResponseCapture(HttpServletResponse response) {
        super(response);
    }

    /** Goes with a request, so that who makes the answer can say what it is made from. */
    static ResponseCapture with(HttpServletRequest request, HttpServletResponse response) {
        ResponseCapture capture = new ResponseCapture(response);
        request.setAttribute(ATTRIBUTE, capture);
        return capture;
    }

    static Optional<ResponseCapture> of(HttpServletRequest request) {
        return Optional.ofNullable((ResponseCapture) request.getAttribute(ATTRIBUTE));
    }

    /** From here on a copy is kept. */
    void begin(Basis madeFrom, Instant end) {
        basis = madeFrom;
        goodUntil = end;
    }

    /** The answer to a request is only true up to an instant, without an event. */
    public static void until(HttpServletRequest request, Instant end) {
        of(request).filter(capture -> end.isBefore(capture.goodUntil)).ifPresent(capture -> capture.goodUntil = end);
    }

    /** The answer, where all of it was kept. */
    Optional<CachedResponse> taken() {
        Basis madeFrom = basis;
        String type = getContentType();
        if (madeFrom == null || !whole || type == null || getStatus() != SC_OK || body.size() == 0) {
            return Optional.empty();
        }
        List<Header> headers = getHeaderNames().stream()
                .filter(name -> !OWN.contains(name.toLowerCase(Locale.ROOT)))
                .flatMap(name -> getHeaders(name).stream().map(value -> new Header(name, value)))
                .toList();
        return Optional.of(new CachedResponse(madeFrom, goodUntil, headers, type, body.toByteArray()));
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream out = super.getOutputStream();
        return basis == null ? out : new Copying(out);
    }

    private void copy(byte[] bytes, int offset, int length) {
        if (body.size() + length > LARGEST) {
            whole = false;
        } else {
            body.write(bytes, offset, length);
        }
    }

    private final class Copying extends ServletOutputStream {

        private final ServletOutputStream out;

        Copying(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            copy(bytes, offset, length);
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
