package io.daybook.analytics.activity;

import io.daybook.analytics.activity.ActivityReader.Reading;
import io.daybook.analytics.activity.Outbox.Letter;
import io.daybook.analytics.platform.FieldProblem;
import io.daybook.analytics.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Takes in one JSON body whole: nothing of it is sent before all of it is known to be fit. */
final class BodyIntake {

    private static final int MOST_PROBLEMS = 100;

    private final JsonFactory json;
    private final ActivityReader reader;
    private final Outbox outbox;
    private final ActivityProperties properties;

    BodyIntake(JsonFactory json, ActivityReader reader, Outbox outbox, ActivityProperties properties) {
        this.json = json;
        this.reader = reader;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** Returns the number of activities once Kafka has them. */
    int takeIn(InputStream body) throws IOException {
        int largest = (int) properties.largestBody().toBytes();
        byte[] bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw Refusal.tooLarge("A body may have " + properties.largestBody()
                    + ". Send several, or lines as application/x-ndjson, of which there may be any number.");
        }
        List<Letter> letters = letters(bytes);
        int size = letters.stream().mapToInt(Letter::size).sum();
        outbox.makeRoom(size, Duration.ZERO);
        Delivery delivery = new Delivery();
        letters.forEach(letter -> outbox.send(letter, delivery));
        delivery.seal();
        await(delivery);
        return letters.size();
    }

    private List<Letter> letters(byte[] bytes) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes)) {
            List<Letter> letters = new ArrayList<>();
            List<FieldProblem> problems = new ArrayList<>();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                    take(parser, "[" + index + "]", letters, problems);
                }
            } else {
                take(parser, "", letters, problems);
            }
            if (parser.nextToken() != null) {
                throw Refusal.malformed("There is more than one JSON value in the body.");
            }
            if (!problems.isEmpty()) {
                throw Refusal.unfit(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
            }
            return letters;
        } catch (JacksonException malformed) {
            throw Refusal.malformed("The body is not JSON: " + malformed.getOriginalMessage());
        }
    }

    private void take(JsonParser parser, String place, List<Letter> letters, List<FieldProblem> problems) {
        if (parser.currentToken() == null) {
            throw Refusal.malformed("The body is empty or ends too early.");
        }
        switch (reader.read(parser)) {
            case Reading.Fit(var activity) -> add(outbox.letter(activity), place, letters, problems);
            case Reading.Unfit(List<FieldProblem> found) ->
                found.stream()
                        .map(problem -> new FieldProblem(path(place, problem.field()), problem.problem()))
                        .forEach(problems::add);
        }
    }

    private void add(Letter letter, String place, List<Letter> letters, List<FieldProblem> problems) {
        long largest = properties.largestActivity().toBytes();
        if (letter.value().length > largest) {
            problems.add(new FieldProblem(path(place, ""), "must have at most " + largest + " bytes"));
        }
        letters.add(letter);
    }

    private static String path(String place, String field) {
        String separator = place.isEmpty() || field.isEmpty() ? "" : ".";
        String path = place + separator + field;
        return path.isEmpty() ? "body" : path;
    }

    /** The producer ends each of them in the time that is allowed, so this waits no longer than a little more. */
    private void await(Delivery delivery) {
        try {
            delivery.done().get(properties.acknowledgedWithin().multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException lost) {
            Throwable cause = lost.getCause();
            throw Outbox.refusal(cause == null ? lost : cause);
        } catch (TimeoutException late) {
            throw Outbox.refusal(late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Outbox.refusal(e);
        }
    }
}
