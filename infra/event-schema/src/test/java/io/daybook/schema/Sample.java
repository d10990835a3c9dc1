package io.daybook.schema;

import io.daybook.api.EventTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place of a sample: a payload as a revision of an event type was, or is, stored. All samples of a type tell the
 * same.
 */
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

    /** Its line in the list of those that are kept as they are. */
    String kept() throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes());
            return HexFormat.of().formatHex(hash) + "  " + path();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The list: a hash for each, without the white space around it. */
    static List<String> list() throws IOException {
        try (InputStream list = Sample.class.getResourceAsStream("/samples.sha256")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
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
