package io.daybook.local.traffic;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends requests with an access token; one that is refused for its token is sent once more, with a new one. */
public final class AuthorizedHttp {

    private static final int UNAUTHENTICATED = 401;

    private final HttpClient http;
    private final AccessTokens tokens;

    public AuthorizedHttp(HttpClient http, AccessTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String token = tokens.token();
        HttpResponse<String> answer = send(request, token);
        if (answer.statusCode() != UNAUTHENTICATED) {
            return answer;
        }
        tokens.refused(token);
        return send(request, tokens.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token)
            throws IOException, InterruptedException {
        return http.send(
                request.setHeader("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
    }
}
