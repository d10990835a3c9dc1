package io.daybook.analytics.activity;

import io.daybook.analytics.activity.ActivityReader.Reading;
import io.daybook.analytics.activity.Outbox.Letter;
import io.daybook.analytics.platform.FieldProblem;
import io.daybook.analytics.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes a stream of lines in, at constant memory:
 *
 * <pre>
 * request → lines → room in the outbox → chunk → Kafka
 *                          ▲               │
 *                     gives back      acknowledged, in order → response
 * </pre>
 *
 * A chunk is what has arrived, up to {@value #CHUNK} lines. Nothing is read beyond the room that there is.
 */
final class LineIntake {

    static final int CHUNK = 500;

    private static final Logger LOG = LoggerFactory.getLogger(LineIntake.class);

    private final JsonFactory json;
    private final ActivityReader reader;
    private final Outbox outbox;
    private final int longest;
    private final Duration patience;

    LineIntake(JsonFactory json, ActivityReader reader, Outbox outbox, ActivityProperties properties) {
        this.json = json;
        this.reader = reader;
        this.outbox = outbox;
        this.longest = (int) properties.largestActivity().toBytes();
        this.patience = properties.acknowledgedWithin();
    }

    /** Returns when the whole stream has come to its end and has been answered, or nobody is there any more. */
    void run(InputStream request, HttpServletResponse response) {
        Lines lines = new Lines(request, longest);
        Outcomes outcomes = new Outcomes(response);
        Thread teller = Thread.ofVirtual().name("activity-outcomes").start(outcomes);
        try {
            takeIn(lines, outcomes);
            outcomes.end();
            join(teller);
            // a caller that does not listen before it has sent everything would find the connection gone, and no answer
            request.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            LOG.debug("A caller of activity intake broke off", broken);
            outcomes.stop(Outbox.unavailable("The stream broke off."));
            outcomes.end();
            join(teller);
        }
    }

    private void takeIn(Lines lines, Outcomes outcomes) throws IOException {
        while (!outcomes.isBroken()) {
            Chunk chunk = new Chunk();
            try {
                boolean more = lines.advance();
                while (more) {
                    take(lines, chunk);
                    more = chunk.lines() < CHUNK && lines.hasMore() && lines.advance();
                }
            } catch (Refusal refusal) {
                add(chunk, outcomes);
                outcomes.stop(refusal);
                return;
            }
            if (!add(chunk, outcomes)) {
                return;
            }
        }
    }

    /** Answers whether there was anything to add. */
    private static boolean add(Chunk chunk, Outcomes outcomes) {
        boolean some = chunk.lines() > 0;
        if (some) {
            outcomes.add(chunk.sealed());
        }
        return some;
    }

    private void take(Lines lines, Chunk chunk) {
        if (lines.isTooLong()) {
            chunk.reject(
                    lines.number(),
                    "REQUEST_TOO_LARGE",
                    List.of(new FieldProblem("", "must have at most " + longest + " bytes")));
            return;
        }
        Reading reading;
        try {
            reading = read(lines);
        } catch (JacksonException malformed) {
            chunk.reject(lines.number(), "MALFORMED_REQUEST", List.of(new FieldProblem("", "must be a JSON object")));
            return;
        }
        switch (reading) {
            case Reading.Unfit(List<FieldProblem> problems) ->
                chunk.reject(lines.number(), "VALIDATION_FAILED", problems);
            case Reading.Fit(var activity) -> {
                Letter letter = outbox.letter(activity);
                outbox.makeRoom(letter.size(), patience);
                chunk.accept(lines.number());
                outbox.send(letter, chunk.delivery());
            }
        }
    }

    private Reading read(Lines lines) {
        try (JsonParser parser =
                json.createParser(ObjectReadContext.empty(), lines.buffer(), lines.start(), lines.length())) {
            parser.nextToken();
            Reading reading = reader.read(parser);
            if (parser.nextToken() != null) {
                return new Reading.Unfit(List.of(new FieldProblem("", "must be one JSON object")));
            }
            return reading;
        }
    }

    private static void join(Thread teller) {
        try {
            teller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The JSON that is read; a problem does not quote it. */
    static JsonFactory json() {
        return JsonFactory.builder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }
}
