package io.daybook.local.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives a token of ten minutes to whoever knows the secret. */
public final class FakeAuthorization {

    static final String SECRET = "s3cret";

    private final List<String> forms = new CopyOnWriteArrayList<>();

    public FakeAuthorization(HttpServer server) {
        server.createContext("/oauth2/token", this::answer);
    }

    /** Leaves the secret of a client in a folder, and returns the folder. */
    public static Path secretsOf(String client, Path folder) {
        try {
            Files.writeString(folder.resolve(client + ".secret"), SECRET + "\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The forms that were sent by those who knew the secret. */
    List<String> forms() {
        return List.copyOf(forms);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String pair = new String(
                Base64.getDecoder()
                        .decode(exchange.getRequestHeaders()
                                .getFirst("Authorization")
                                .substring("Basic ".length())),
                StandardCharsets.UTF_8);
        boolean known = pair.endsWith(":" + SECRET);
        if (known) {
            forms.add(form);
        }
        String json = known
                ? "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":600}".formatted(forms.size())
                : "{\"error\":\"invalid_client\"}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
