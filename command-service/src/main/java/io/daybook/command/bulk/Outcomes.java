package io.daybook.command.bulk;

import io.daybook.command.platform.InnerDispatch.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the outcomes of lines in the order of the lines, each as soon as it may. A line holds its share of the window
 * from before it is taken up until its outcome is written, so there is a bound to what is under way however slowly a
 * caller reads.
 */
final class Outcomes implements Runnable {

    private static final Logger logger = LoggerFactory.getLogger(Outcomes.class);
    private static final Outcome END =
            new Outcome(0, 0, CompletableFuture.completedFuture(new Answer(0, new HttpHeaders(), new byte[0])));

    private final JsonMapper json;
    private final OutputStream target;
    private final Semaphore window;
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private volatile boolean broken;

    Outcomes(JsonMapper json, OutputStream target, int window) {
        this.json = json;
        this.target = target;
        this.window = new Semaphore(window);
    }

    /** Waits until the window has room. */
    void makeRoom(int share) {
        window.acquireUninterruptibly(share);
    }

    /** The outcome of the next line, which may be to come; the share of the window is given back once it is written. */
    void add(long line, int share, CompletableFuture<Answer> answer) {
        outcomes.add(new Outcome(line, share, answer));
    }

    /** No more will come. */
    void end() {
        outcomes.add(END);
    }

    /** Whether nobody takes outcomes any more. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void run() {
        try {
            for (Outcome next = take(); !next.isEnd(); next = take()) {
                tell(next);
                window.release(next.share());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome take() throws InterruptedException {
        Outcome next = outcomes.peek();
        if (next == null || next.isEnd() || !next.answer().isDone()) {
            write(null);
        }
        return outcomes.take();
    }

    private void tell(Outcome outcome) {
        try {
            Answer answer = outcome.answer().join();
            if (!broken) {
                write(text(outcome.line(), answer));
            }
        } catch (CompletionException failure) {
            // no outcome that could be told: rather none from here on than one that is missing
            broken = true;
            logger.error("A line of bulk intake failed unexpectedly", failure);
        }
    }

    /** Writes a line, or, where there is none at hand, sees to it that what was written is on its way. */
    private void write(byte @Nullable [] line) {
        if (broken) {
            return;
        }
        try {
            if (line == null) {
                target.flush();
            } else {
                target.write(line);
            }
        } catch (IOException gone) {
            broken = true;
            logger.debug("A caller of bulk intake has gone", gone);
        }
    }

    private byte[] text(long line, Answer answer) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(256);
        try (JsonGenerator outcome = json.createGenerator(text)) {
            outcome.writeStartObject();
            outcome.writeNumberProperty("line", line);
            outcome.writeNumberProperty("status", answer.status());
            HttpHeaders headers = answer.headers();
            String position = headers.getFirst("Event-Position");
            if (position != null) {
                outcome.writeNumberProperty("position", Long.parseLong(position));
            }
            writeGiven(outcome, "etag", headers.getETag());
            writeGiven(outcome, "location", headers.getFirst(HttpHeaders.LOCATION));
            outcome.writeBooleanProperty("replayed", headers.containsHeader("Idempotency-Replayed"));
            if (isJson(headers.getContentType()) && answer.body().length > 0) {
                outcome.writeName("body");
                outcome.writeRawValue(new String(answer.body(), StandardCharsets.UTF_8));
            }
            outcome.writeEndObject();
        }
        text.write('\n');
        return text.toByteArray();
    }

    private static void writeGiven(JsonGenerator outcome, String name, @Nullable String value) {
        if (value != null) {
            outcome.writeStringProperty(name, value);
        }
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private record Outcome(long line, int share, CompletableFuture<Answer> answer) {

        boolean isEnd() {
            return line == 0;
        }
    }
}
