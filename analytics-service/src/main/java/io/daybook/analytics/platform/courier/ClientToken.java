package io.daybook.analytics.platform.courier;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client's access token (RFC 6749, section 4.4), kept until shortly before its end or until it is refused. */
final class ClientToken {

    private static final Duration AT_MOST_EARLY = Duration.ofSeconds(30);

    private final CourierProperties properties;
    private final HttpClient http;
    private final InstantSource clock;
    private final JsonMapper json;
    private @Nullable Token current;

    private record Token(String value, Instant renewal) {}

    ClientToken(CourierProperties properties, HttpClient http, InstantSource clock, JsonMapper json) {
        this.properties = properties;
        this.http = http;
        this.clock = clock;
        this.json = json;
    }

    synchronized String value() throws IOException, InterruptedException {
        Token known = current;
        if (known == null || !clock.instant().isBefore(known.renewal())) {
            known = fetch();
            current = known;
        }
        return known.value();
    }

    /** Lets a token go that a service does not take; a late refusal of one before the present changes nothing. */
    synchronized void refused(String token) {
        if (current != null && current.value().equals(token)) {
            current = null;
        }
    }

    private Token fetch() throws IOException, InterruptedException {
        Instant asked = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(properties.tokenEndpoint())
                .timeout(properties.answeredWithin())
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s gives %s no token: %d"
                    .formatted(properties.tokenEndpoint(), properties.client(), answer.statusCode()));
        }
        try {
            JsonNode token = json.readTree(answer.body());
            Duration life = Duration.ofSeconds(token.path("expires_in").asLong());
            return new Token(token.path("access_token").asString(), asked.plus(life.minus(early(life))));
        } catch (JacksonException e) {
            // without its text, which may have a token in it
            throw new IOException(properties.tokenEndpoint() + " answers what is no token");
        }
    }

    private String credentials() throws IOException {
        Path file = properties.secretFile();
        if (file == null) {
            throw new IOException("No daybook.analytics.courier.secret-file is set");
        }
        String pair = encoded(properties.client()) + ":"
                + encoded(Files.readString(file).strip());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Duration early(Duration life) {
        Duration tenth = life.dividedBy(10);
        return tenth.compareTo(AT_MOST_EARLY) < 0 ? tenth : AT_MOST_EARLY;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
