package io.daybook.command.bulk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bulk request by hand, in chunks: what is sent and what is read goes as the test says, for HTTP clients do first one
 * and then the other.
 */
final class BulkConnection implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private int leftOfChunk;
    private @Nullable String status;

    BulkConnection(int port, String token, String... headers) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        String head = "POST /bulk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + token + "\r\nTransfer-Encoding: chunked\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends text as it is, a chunk of the body. */
    BulkConnection send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        return this;
    }

    BulkConnection end() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        return this;
    }

    /** The status line of the response, and past its headers. */
    String status() throws IOException {
        if (status == null) {
            status = headerLine();
            while (!headerLine().isEmpty()) {
                // the headers say nothing that a test asks for
            }
        }
        return status;
    }

    /** The next outcome. */
    JsonNode outcome() throws IOException {
        return Objects.requireNonNull(read(), "the response has ended");
    }

    /** All outcomes to the end of the response. */
    List<JsonNode> rest() throws IOException {
        List<JsonNode> outcomes = new ArrayList<>();
        for (JsonNode outcome = read(); outcome != null; outcome = read()) {
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private @Nullable JsonNode read() throws IOException {
        status();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int character = next(); character >= 0; character = next()) {
            if (character == '\n') {
                return JSON.readTree(line.toByteArray());
            }
            line.write(character);
        }
        return null;
    }

    /** The next byte of the body, across chunks; -1 at its end. */
    private int next() throws IOException {
        if (leftOfChunk == 0) {
            leftOfChunk = Integer.parseInt(headerLine(), 16);
            if (leftOfChunk == 0) {
                return -1;
            }
        }
        int next = in.read();
        if (--leftOfChunk == 0) {
            headerLine();
        }
        return next;
    }

    private String headerLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = in.read(); character != '\n'; character = in.read()) {
            if (character < 0) {
                throw new EOFException("the response was cut off");
            }
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
