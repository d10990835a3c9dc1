package io.daybook.analytics.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks other instances for their parts, all at once, with the token of the caller: so nobody learns by way of one
 * instance what another would not tell.
 */
final class Peers {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final JsonMapper json;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    Peers(JsonMapper json) {
        this.json = json;
    }

    /** The part of each; {@link NotReady} where one has none to give. */
    <P> List<P> ask(Collection<String> addresses, String path, Object question, Class<P> type) {
        byte[] body = json.writeValueAsBytes(question);
        List<CompletableFuture<P>> parts = addresses.stream()
                .map(address -> client.sendAsync(request(address, path, body), HttpResponse.BodyHandlers.ofByteArray())
                        .thenApply(reply -> read(address, reply, type)))
                .toList();
        try {
            return parts.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NotReady refusal) {
                throw refusal;
            }
            throw new NotReady("An instance of " + addresses + " does not answer: " + e.getCause(), e);
        }
    }

    private HttpRequest request(String address, String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://" + address + path))
                .timeout(ANSWER_LIMIT)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private <P> P read(String address, HttpResponse<byte[]> reply, Class<P> type) {
        if (reply.statusCode() == HttpStatus.OK.value()) {
            return json.readValue(reply.body(), type);
        }
        throw new NotReady("The instance at " + address + " answers with status " + reply.statusCode());
    }

    private static String token() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && caller.getCredentials() instanceof AbstractOAuth2Token token) {
            return token.getTokenValue();
        }
        throw new IllegalStateException("Another instance can only be asked on behalf of a caller with a token");
    }
}
