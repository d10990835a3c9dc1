package io.daybook.bench.backtest;

import io.daybook.analytics.pricing.backtest.SupposedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A {@link SupposedPolicy} as a JSON object with the names of its fields. */
final class PolicyFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PolicyFile() {}

    static SupposedPolicy read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), SupposedPolicy.class);
        } catch (DatabindException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException unfit ? unfit : e;
            throw new Unfit(file + " is no policy: " + words(cause));
        } catch (JacksonException e) {
            throw new Unfit(file + " is no JSON: " + words(e));
        }
    }

    private static String words(Throwable failure) {
        String message = failure instanceof JacksonException e ? e.getOriginalMessage() : failure.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
