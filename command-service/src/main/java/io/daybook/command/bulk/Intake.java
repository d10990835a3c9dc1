package io.daybook.command.bulk;

import io.daybook.api.InvalidValue;
import io.daybook.command.bulk.Lines.Line;
import io.daybook.command.platform.InnerDispatch;
import io.daybook.command.platform.InnerDispatch.Answer;
import io.daybook.command.platform.InnerDispatch.Outer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes lines in and tells their outcomes:
 *
 * <pre>
 * request → lines → room in the window → lanes → threads → outcomes in order → response
 *                          ▲                                        │
 *                          └──────────── written: gives back ───────┘
 * </pre>
 *
 * The window is {@value #WINDOW} lines, fewer where they are long: the body of the request is read no faster than that.
 */
final class Intake {

    static final int WINDOW = 64;

    private static final Logger logger = LoggerFactory.getLogger(Intake.class);

    /** The longest line takes a quarter of the window, so what is under way is never more than four of that length. */
    private static final int SHARE_OF_LONGEST = WINDOW / 4;

    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    private final Service service;
    private final JsonMapper json;

    Intake(Service service, JsonMapper json) {
        this.service = service;
        this.json = json;
    }

    /** Returns when every line read has come to its end and its outcome is written, or nobody is there to take it. */
    void run(InputStream request, OutputStream response) {
        Lines lines = new Lines(request, service.largestBody());
        Outcomes outcomes = new Outcomes(json, response, WINDOW);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> written = CompletableFuture.runAsync(outcomes, threads);
            try {
                takeIn(lines, outcomes, new Lanes(threads));
            } catch (IOException broken) {
                logger.debug("A caller of bulk intake broke off", broken);
            } finally {
                outcomes.end();
                // a line that waits for its turn is yet to be given a thread: only then may these end
                written.join();
            }
        }
    }

    private void takeIn(Lines lines, Outcomes outcomes, Lanes lanes) throws IOException {
        while (!outcomes.isBroken()) {
            outcomes.makeRoom(1);
            Line line = lines.next();
            if (line == null) {
                return;
            }
            int more = (int) ((long) line.length() * (SHARE_OF_LONGEST - 1) / service.largestBody());
            outcomes.makeRoom(more);
            outcomes.add(line.number(), 1 + more, start(line, lanes));
        }
    }

    private CompletableFuture<Answer> start(Line line, Lanes lanes) {
        byte[] text = line.text();
        if (text == null) {
            return CompletableFuture.completedFuture(service.refuseTooLarge());
        }
        try {
            LineRequest request = LineRequest.read(json, text);
            return lanes.start(request, () -> outcome(line.number(), request));
        } catch (InvalidValue invalid) {
            return CompletableFuture.completedFuture(service.refuse(invalid));
        } catch (JacksonException malformed) {
            return CompletableFuture.completedFuture(service.refuseMalformed("The line is not JSON"));
        }
    }

    /**
     * A line sent again may find itself under way still, from before the caller broke off: it waits for that outcome.
     */
    private Answer outcome(long number, LineRequest request) {
        long started = System.nanoTime();
        Answer answer = service.send(number, request);
        while (answer.isInProgress() && System.nanoTime() - started < PATIENCE) {
            LockSupport.parkNanos(PAUSE);
            answer = service.send(number, request);
        }
        return answer;
    }

    /** Who answers lines: the service itself, on behalf of the caller of one bulk request. */
    interface Service {

        int largestBody();

        Answer send(long number, LineRequest line);

        Answer refuse(InvalidValue invalid);

        Answer refuseMalformed(String detail);

        Answer refuseTooLarge();
    }

    /** As if each line were a request that comes alone. */
    record Inner(InnerDispatch dispatch, Outer outer) implements Service {

        @Override
        public int largestBody() {
            return dispatch.largestBody();
        }

        @Override
        public Answer send(long number, LineRequest line) {
            HttpHeaders headers = new HttpHeaders();
            headers.setContentType(MediaType.APPLICATION_JSON);
            headers.set("X-Correlation-Id", outer.correlationId() + ":" + number);
            headers.set("Idempotency-Key", line.key());
            setGiven(headers, HttpHeaders.AUTHORIZATION, outer.authorization());
            setGiven(headers, HttpHeaders.IF_MATCH, line.ifMatch());
            setGiven(headers, HttpHeaders.IF_NONE_MATCH, line.ifNoneMatch());
            HttpMethod method = line.method();
            return dispatch.send(outer, method, line.path(), headers, line.body());
        }

        private static void setGiven(HttpHeaders headers, String name, @Nullable String value) {
            if (value != null) {
                headers.set(name, value);
            }
        }

        @Override
        public Answer refuse(InvalidValue invalid) {
            return dispatch.refuse(invalid);
        }

        @Override
        public Answer refuseMalformed(String detail) {
            return dispatch.refuseMalformed(detail);
        }

        @Override
        public Answer refuseTooLarge() {
            return dispatch.refuseTooLarge();
        }
    }
}
