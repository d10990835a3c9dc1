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
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The same for an answer that is read otherwise. */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        String token = tokens.token();
        HttpResponse<T> answer = send(request, token, body);
        if (answer.statusCode() != UNAUTHENTICATED) {
            return answer;
        }
        tokens.refused(token);
        return send(request, tokens.token(), body);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, String token, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return http.send(request.setHeader("Authorization", "Bearer " + token).build(), body);
    }
}
