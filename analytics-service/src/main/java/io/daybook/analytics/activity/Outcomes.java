package io.daybook.analytics.activity;

import io.daybook.analytics.activity.Chunk.Rejection;
import io.daybook.analytics.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Tells what became of a stream of lines, in the order of the lines: each that was rejected; now and then, and at the
 * end, up to which line all are in Kafka or rejected. The lines after that one are to be sent again, if Kafka or the
 * connection fails.
 */
final class Outcomes implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final int LINES_UNTOLD = 10_000;
    private static final long NANOS_UNTOLD = Duration.ofSeconds(1).toNanos();
    /** How many chunks may be under way for one stream. */
    private static final int UNDER_WAY = 16;

    private static final Chunk END = new Chunk();
    private static final JsonFactory JSON = new JsonFactory();

    private final HttpServletResponse response;
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(UNDER_WAY);
    private volatile @Nullable Refusal stopped;
    private volatile boolean gone;
    private long through;
    private long told;
    private long toldAt = System.nanoTime();
    private long accepted;
    private long rejected;

    Outcomes(HttpServletResponse response) {
        this.response = response;
    }

    /** Adds the next lines; waits while there are many under way. */
    void add(Chunk chunk) {
        try {
            chunks.put(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            gone = true;
        }
    }

    /** The lines after those added are not taken in. */
    void stop(Refusal refusal) {
        stopped = refusal;
    }

    void end() {
        add(END);
    }

    /** Whether going on is no use: Kafka, or the caller, is away. */
    boolean isBroken() {
        return gone || stopped != null;
    }

    /** Goes on to the end whatever happens, so that nobody who adds waits for ever. */
    @Override
    public void run() {
        try {
            boolean intact = true;
            for (Chunk next = next(); next != END; next = next()) {
                intact = intact && tell(next);
            }
            if (intact) {
                tell(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While no more lines come, those that have are told to be in. */
    private Chunk next() throws InterruptedException {
        while (true) {
            Chunk next = chunks.poll(NANOS_UNTOLD, TimeUnit.NANOSECONDS);
            if (next != null) {
                return next;
            }
            if (through > told && !gone) {
                try {
                    tellThrough();
                } catch (IOException e) {
                    gone = true;
                }
            }
        }
    }

    /** Tells of a chunk, or of the end; answers whether there is more to tell. */
    private boolean tell(@Nullable Chunk chunk) {
        try {
            if (chunk != null && arrived(chunk)) {
                count(chunk);
                return true;
            }
            conclude();
        } catch (IOException e) {
            LOG.debug("A caller of activity intake has gone", e);
            gone = true;
        } catch (RuntimeException e) {
            LOG.error("What became of a stream of activities could not be told", e);
            gone = true;
        }
        return false;
    }

    private boolean arrived(Chunk chunk) {
        try {
            chunk.delivery().done().join();
            return true;
        } catch (CompletionException lost) {
            Throwable cause = lost.getCause();
            stopped = Outbox.refusal(cause == null ? lost : cause);
            return false;
        }
    }

    private void count(Chunk chunk) throws IOException {
        accepted += chunk.accepted();
        rejected += chunk.rejections().size();
        through = chunk.last();
        for (Rejection rejection : chunk.rejections()) {
            write(out -> write(rejection, out));
        }
        if (through - told >= LINES_UNTOLD || System.nanoTime() - toldAt >= NANOS_UNTOLD) {
            tellThrough();
        }
    }

    private void tellThrough() throws IOException {
        told = through;
        toldAt = System.nanoTime();
        write(out -> out.writeNumberProperty("through", through));
        response.flushBuffer();
    }

    private void conclude() throws IOException {
        told = through;
        Refusal refusal = stopped;
        if (refusal != null && through == 0) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "2");
        }
        write(out -> {
            out.writeNumberProperty("through", through);
            out.writeNumberProperty("accepted", accepted);
            out.writeNumberProperty("rejected", rejected);
            out.writeBooleanProperty("complete", refusal == null);
            if (refusal != null) {
                out.writeStringProperty("code", "ACTIVITY_NOT_TAKEN");
                out.writeStringProperty("detail", String.valueOf(refusal.getMessage()));
            }
        });
        response.flushBuffer();
    }

    private static void write(Rejection rejection, JsonGenerator out) {
        out.writeNumberProperty("line", rejection.line());
        out.writeStringProperty("code", rejection.code());
        out.writeArrayPropertyStart("errors");
        rejection.errors().forEach(error -> {
            out.writeStartObject();
            out.writeStringProperty("field", error.field());
            out.writeStringProperty("problem", error.problem());
            out.writeEndObject();
        });
        out.writeEndArray();
    }

    private void write(Consumer<JsonGenerator> fields) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            fields.accept(out);
            out.writeEndObject();
        }
        line.write('\n');
        response.getOutputStream().write(line.toByteArray());
    }
}
