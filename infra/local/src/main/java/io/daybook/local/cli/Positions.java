package io.daybook.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How far a service has read, in its own words. */
record Positions(long head, List<Processor> processors) {

    private static final int LIMIT_MILLIS = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * One reader of the log.
     *
     * @param lag in events
     */
    record Processor(String name, long position, long lag) {}

    /** Empty where the service does not answer. */
    static List<Processor> of(int port) {
        try {
            URLConnection connection =
                    URI.create("http://127.0.0.1:" + port + "/positions").toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try (InputStream answer = connection.getInputStream()) {
                return JSON.readValue(answer, Positions.class).processors();
            }
        } catch (IOException | JacksonException e) {
            return List.of();
        }
    }
}
