package io.daybook.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.daybook.api.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Access tokens for tests, signed by a key of this JVM. Its public half stands on an HTTP endpoint, where a service
 * under test, in this process or another, gets it as it would get that of the authorization server.
 */
public final class TestTokens {

    /** The subject of tokens of which a test says nothing else. */
    public static final String SUBJECT = "tester";

    static final String AUDIENCE = "daybook";

    private TestTokens() {}

    /** A token with all scopes there are, good for as long as the tests run. */
    public static String withAllScopes() {
        return Shared.ALL_SCOPES;
    }

    public static String with(Scope... scopes) {
        return token().scopes(scopes).signed();
    }

    /** A good token for {@link #SUBJECT} without any scope, to be spoilt or extended. */
    public static TestToken token() {
        return new TestToken(Shared.KEY, Shared.ISSUER);
    }

    /** The settings that make a service take these tokens. */
    public static Map<String, String> settings() {
        String settings = "spring.security.oauth2.resourceserver.jwt.";
        return Map.of(
                settings + "issuer-uri",
                Shared.ISSUER,
                settings + "jwk-set-uri",
                Shared.ISSUER + "/oauth2/jwks",
                settings + "audiences",
                AUDIENCE);
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {
        static final RSAKey KEY = newKey("tests");
        static final String ISSUER = publish(new JWKSet(KEY.toPublicJWK()));
        static final String ALL_SCOPES =
                new TestToken(KEY, ISSUER).scopes(Scope.values()).signed();

        private static String publish(JWKSet keys) {
            byte[] json = keys.toString().getBytes(StandardCharsets.UTF_8);
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/oauth2/jwks", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, json.length);
                    exchange.getResponseBody().write(json);
                    exchange.close();
                });
                server.setExecutor(command -> Thread.ofVirtual().start(command));
                server.start();
                AtExit.run(() -> server.stop(0));
                return "http://127.0.0.1:" + server.getAddress().getPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
