package io.daybook.local.traffic;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the authorization server, known by its secret (RFC 6749, section 4.4). Keeps its token until shortly
 * before the end, or until a service refuses it.
 */
public final class ClientCredentials implements AccessTokens {

    private static final Duration AT_MOST_EARLY = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final URI tokenEndpoint;
    private final String client;
    private final Path secret;
    private final String scope;
    private final Clock clock;
    private @Nullable Token current;

    private record Token(String value, Instant renewal) {}

    /**
     * @param authorization the address of the authorization server
     * @param secrets the folder with a file {@code <client>.secret}
     * @param scope the scopes to ask for, apart by blanks; empty for all that the client may have
     */
    public ClientCredentials(URI authorization, String client, Path secrets, String scope, Clock clock) {
        this.tokenEndpoint = authorization.resolve("/oauth2/token");
        this.client = client;
        this.secret = secrets.resolve(client + ".secret");
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public synchronized String token() throws IOException, InterruptedException {
        Token known = current;
        if (known == null || !clock.instant().isBefore(known.renewal())) {
            known = fetch();
            current = known;
        }
        return known.value();
    }

    @Override
    public synchronized void refused(String token) {
        // a late refusal of the token before the present one changes nothing
        if (current != null && current.value().equals(token)) {
            current = null;
        }
    }

    private Token fetch() throws IOException, InterruptedException {
        Instant asked = clock.instant();
        String form = "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + encoded(scope));
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "%s gives %s no token: %d %s".formatted(tokenEndpoint, client, answer.statusCode(), answer.body()));
        }
        try {
            JsonNode token = JsonMapper.shared().readTree(answer.body());
            Duration life = Duration.ofSeconds(token.get("expires_in").asLong());
            return new Token(token.get("access_token").asString(), asked.plus(life.minus(early(life))));
        } catch (JacksonException e) {
            // without its text, which may have a token in it
            throw new IOException(tokenEndpoint + " answers what is no token");
        }
    }

    private static Duration early(Duration life) {
        Duration tenth = life.dividedBy(10);
        return tenth.compareTo(AT_MOST_EARLY) < 0 ? tenth : AT_MOST_EARLY;
    }

    private String credentials() throws IOException {
        try {
            String pair =
                    encoded(client) + ":" + encoded(Files.readString(secret).strip());
            return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new IOException("There is no secret of the client " + client + ": " + secret + " is missing", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
