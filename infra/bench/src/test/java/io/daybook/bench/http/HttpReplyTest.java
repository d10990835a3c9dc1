package io.daybook.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpReplyTest {

    @Test
    void aReplyWithALengthIsWholeWhenSoManyBytesAreThere() {
        assertThat(status("HTTP/1.1 201 \r\nContent-Length: 5\r\n\r\n{\"a\"}")).isEqualTo(201);
        assertThat(status("HTTP/1.1 201 \r\nContent-Length: 5\r\n\r\n{\"a\"")).isZero();
    }

    @Test
    void aChunkedReplyIsWholeWithItsLastChunk() {
        assertThat(status("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\"}\r\n0\r\n\r\n"))
                .isEqualTo(200);
        assertThat(status("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\"}\r\n"))
                .isZero();
    }

    @Test
    void aReplyWithoutABodyIsWholeWithItsHeaders() {
        assertThat(status("HTTP/1.1 204 \r\nDate: today\r\n\r\n")).isEqualTo(204);
        assertThat(status("HTTP/1.1 204 \r\nDate: today\r\n")).isZero();
    }

    @Test
    void whatIsLeftInTheBufferOfAnEarlierReplyIsNotRead() {
        byte[] buffer = bytes("HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\nx");
        assertThat(HttpReply.status(buffer, 20)).isZero();
    }

    @Test
    void aReplyTellsThatItIsTheLastOfItsConnection() {
        byte[] last = bytes("HTTP/1.1 200 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        byte[] another = bytes("HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n");
        assertThat(HttpReply.closes(last, last.length)).isTrue();
        assertThat(HttpReply.closes(another, another.length)).isFalse();
    }

    @Test
    void aHeaderIsFoundByItsNameInAnyCase() {
        byte[] reply = bytes("HTTP/1.1 200 \r\nevent-position: 17\r\nContent-Length: 9\r\n\r\nETag: \"3\"");
        assertThat(HttpReply.header(reply, reply.length, "Event-Position")).contains("17");
        assertThat(HttpReply.header(reply, reply.length, "ETag")).isEmpty();
    }

    private static int status(String reply) {
        byte[] bytes = bytes(reply);
        return HttpReply.status(bytes, bytes.length);
    }

    private static byte[] bytes(String reply) {
        return reply.getBytes(StandardCharsets.US_ASCII);
    }
}
