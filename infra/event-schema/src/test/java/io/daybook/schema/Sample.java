package io.daybook.schema;

import io.daybook.api.EventTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The place of a sample: a payload as a revision of an event type was, or is, stored. All samples of a type tell the same. */
record Sample(Class<?> type, int revision) {

    /** Those that there have to be: of every revision of every type. */
    static Stream<Sample> all() {
        return EventTypes.all().values().stream()
                .flatMap(type -> IntStream.rangeClosed(1, EventTypes.revision(type))
                        .mapToObj(revision -> new Sample(type, revision)));
    }

    Sample ofToday() {
        return new Sample(type, EventTypes.revision(type));
    }

    /** How its revision is stored. */
    @Nullable String stored() {
        return revision == 1 ? null : Integer.toString(revision);
    }

    byte[] bytes() throws IOException {
        try (InputStream sample = Sample.class.getResourceAsStream("/samples/" + path())) {
            if (sample == null) {
                throw new AssertionError("There is no sample of revision %d of %s. Write a payload as it is stored into"
                                .formatted(revision, type.getSimpleName())
                        + " shared-api/src/test/resources/samples/" + path()
                        + ", and do not change it once it is released");
            }
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private String path() {
        return type.getSimpleName() + "/" + revision + ".json";
    }

    @Override
    public String toString() {
        return path();
    }
}
