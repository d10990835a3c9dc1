package io.daybook.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients of the configuration, each with its secret from the folder. */
final class Clients {

    private static final int SECRET_BYTES = 32;

    private Clients() {}

    static RegisteredClientRepository registered(AuthorizationProperties properties, PrivateFolder folder) {
        TokenSettings tokens = TokenSettings.builder()
                .accessTokenTimeToLive(properties.tokenLife())
                .build();
        List<RegisteredClient> clients = properties.clients().entrySet().stream()
                .map(client -> registered(client, tokens, folder))
                .toList();
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient registered(
            Map.Entry<String, List<String>> client, TokenSettings tokens, PrivateFolder folder) {
        return RegisteredClient.withId(client.getKey())
                .clientId(client.getKey())
                .clientSecret(folder.readOrMake(client.getKey() + ".secret", Clients::newSecret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.getValue()))
                .tokenSettings(tokens)
                .build();
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Secrets are compared as they are, in constant time: 256 random bits gain nothing by a slow hash. */
    static PasswordEncoder secrets() {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence raw) {
                return raw == null ? null : raw.toString();
            }

            @Override
            public boolean matches(@Nullable CharSequence raw, @Nullable String kept) {
                return raw != null && kept != null && MessageDigest.isEqual(bytes(raw), bytes(kept));
            }
        };
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
