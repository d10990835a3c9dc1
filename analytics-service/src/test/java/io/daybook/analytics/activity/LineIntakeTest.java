package io.daybook.analytics.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.json.JsonFactory;

class LineIntakeTest {

    private static final ActivityProperties PROPERTIES = new ActivityProperties(
            "activity",
            1,
            (short) 1,
            Duration.ofMillis(-1),
            Duration.ofMillis(20),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(1),
            DataSize.ofKilobytes(1),
            Duration.ofMinutes(5));

    private final AtomicInteger passed = new AtomicInteger();
    private int open = Integer.MAX_VALUE;

    @Test
    void refusesAStreamOfWhichItCanTakeNothing() throws IOException {
        open = 0;

        MockHttpServletResponse response = run(acknowledging(), lines(3));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(response.getContentAsString())
                .startsWith(
                        "{\"through\":0,\"accepted\":0,\"rejected\":0,\"complete\":false,\"code\":\"ACTIVITY_NOT_TAKEN\"");
    }

    @Test
    void tellsHowFarItCameWhenItIsStoppedAtTheBeginningOfAChunk() throws IOException {
        open = LineIntake.CHUNK;

        MockHttpServletResponse response = run(acknowledging(), lines(LineIntake.CHUNK + 100));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .startsWith("{\"through\":500,\"accepted\":500,\"rejected\":0,\"complete\":false");
    }

    @Test
    void countsNothingThatIsNotAcknowledged() throws IOException, InterruptedException {
        MockProducer<byte[], byte[]> silent =
                new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        Thread later = Thread.ofVirtual().start(() -> {
            while (silent.history().size() < 3) {
                Thread.onSpinWait();
            }
            silent.completeNext();
            silent.errorNext(new IllegalStateException("gone"));
            silent.completeNext();
        });

        MockHttpServletResponse response = run(silent, lines(3));

        later.join();
        assertThat(response.getContentAsString()).startsWith("{\"through\":0,").contains("\"complete\":false", "gone");
    }

    @Test
    void doesNotSayThatABrokenStreamIsComplete() throws IOException {
        InputStream broken = new SequenceInputStream(lines(2), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                throw new IOException("reset");
            }
        });

        assertThat(run(acknowledging(), broken).getContentAsString()).contains("\"through\":2,", "\"complete\":false");
    }

    @Test
    void readsOnToTheEndOfAStreamThatItDoesNotTake() throws IOException {
        open = 0;
        InputStream lines = lines(100_000);

        run(acknowledging(), lines);

        assertThat(lines.read()).isEqualTo(-1);
    }

    private MockHttpServletResponse run(MockProducer<byte[], byte[]> producer, InputStream lines) {
        Outbox outbox = new Outbox(PROPERTIES, producer, this::gate, new ActivityFormat(new JsonFactory()));
        ActivityReader reader =
                new ActivityReader(InstantSource.fixed(Instant.parse("2026-11-14T09:15:00Z")), Duration.ofMinutes(5));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LineIntake(LineIntake.json(), reader, outbox, PROPERTIES).run(lines, response);
        return response;
    }

    private void gate() {
        if (passed.getAndIncrement() >= open) {
            throw Outbox.unavailable("Closed.");
        }
    }

    private static MockProducer<byte[], byte[]> acknowledging() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static InputStream lines(int count) {
        return new ByteArrayInputStream(
                (ActivityIT.view("s", "A") + "\n").repeat(count).getBytes(UTF_8));
    }
}
