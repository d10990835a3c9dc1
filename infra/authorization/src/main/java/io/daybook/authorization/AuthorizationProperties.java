package io.daybook.authorization;

import io.daybook.api.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code daybook.authorization}; application.yaml holds every default.
 *
 * @param issuer the address of this server, as it stands in tokens
 * @param audience for whom the tokens are
 * @param tokenLife how long a token is good
 * @param folder where signing key and secrets are
 * @param clients what each client may at most do
 */
@ConfigurationProperties("daybook.authorization")
record AuthorizationProperties(
        String issuer, String audience, Duration tokenLife, Path folder, Map<String, List<String>> clients) {

    private static final Set<String> KNOWN =
            Stream.of(Scope.values()).map(Scope::value).collect(Collectors.toUnmodifiableSet());

    AuthorizationProperties {
        clients = Map.copyOf(clients);
        Set<String> unknown = new TreeSet<>();
        clients.values().forEach(unknown::addAll);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There are no such scopes: " + unknown);
        }
    }
}
