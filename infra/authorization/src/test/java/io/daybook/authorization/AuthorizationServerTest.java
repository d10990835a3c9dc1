package io.daybook.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import io.daybook.api.Scope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** The server as the stack starts it, on a free port and a folder of its own. */
class AuthorizationServerTest {

    private static final String ISSUER = "http://127.0.0.1:8086";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start() {
        server = start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ConfigurableApplicationContext start(Path folder, String... arguments) {
        Stream<String> usual = Stream.of(
                "--server.port=0",
                "--daybook.authorization.issuer=" + ISSUER,
                "--daybook.authorization.folder=" + folder);
        return SpringApplication.run(
                AuthorizationApplication.class,
                Stream.concat(usual, Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void givesTheOperatorEveryScopeForAnHour() throws Exception {
        Jwt token = tokenOf("operator", "");

        assertThat(scopes(token))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Scope.values()).map(Scope::value).toList());
        assertThat(token.getSubject()).isEqualTo("operator");
        assertThat(token.getAudience()).containsExactly("daybook");
        assertThat(token.getClaimAsString("iss")).isEqualTo(ISSUER);
        assertThat(token.getHeaders()).containsEntry("alg", "RS256");
        assertThat(token.getClaimAsInstant("exp"))
                .isEqualTo(Objects.requireNonNull(token.getIssuedAt()).plusSeconds(3600));
    }

    @Test
    void givesNoMoreThanWasAskedFor() throws Exception {
        assertThat(scopes(tokenOf("shop", "order:write order:read")))
                .containsExactlyInAnyOrder("order:write", "order:read");
    }

    @Test
    void letsTheAuditorChangeNothing() throws Exception {
        assertThat(scopes(tokenOf("auditor", ""))).allMatch(scope -> scope.endsWith(":read"));
        assertThat(ask("auditor", secret("auditor"), "order:write").body()).contains("invalid_scope");
    }

    @Test
    void refusesAClientWithoutItsSecret() throws Exception {
        assertThat(ask("shop", "guessed", "").statusCode()).isEqualTo(401);
        assertThat(ask("shop", secret("auditor"), "").statusCode()).isEqualTo(401);
        assertThat(ask("nobody", secret("shop"), "").statusCode()).isEqualTo(401);
        assertThat(send("/oauth2/token", "grant_type=client_credentials").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/device_authorization",
                "/connect/register",
                "/login",
                "/actuator/health"
            })
    void isClosedButForTokensAndKeys(String path) throws Exception {
        assertThat(send(path, "token=x").statusCode()).isEqualTo(403);
    }

    @Test
    void showsOnlyThePublicHalfOfItsKey() throws Exception {
        assertThat(HTTP.send(request("/oauth2/jwks").build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"kty\":\"RSA\"", "\"n\":")
                .doesNotContain("\"d\":", "\"p\":");
    }

    @Test
    void keepsItsSecretsToItsOwner() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void hasTheSameKeyAndSecretsAfterARestart(@TempDir Path kept) throws Exception {
        List<String> before;
        try (ConfigurableApplicationContext _ = start(kept)) {
            before = contents(kept);
        }
        try (ConfigurableApplicationContext _ = start(kept)) {
            assertThat(contents(kept)).isEqualTo(before);
        }
    }

    @Test
    void doesNotStartWithAnOpenSecretOrAnUnknownScope(@TempDir Path open) throws Exception {
        Files.writeString(open.resolve("shop.secret"), "known to all");
        Files.setPosixFilePermissions(open.resolve("shop.secret"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> start(open)).rootCause().hasMessageContaining("chmod 600");
        assertThatThrownBy(() -> start(folder, "--daybook.authorization.clients.odd=order:write,order:burn"))
                .rootCause()
                .hasMessageContaining("[order:burn]");
    }

    private static List<String> contents(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(AuthorizationServerTest::read).toList();
        }
    }

    private static List<String> scopes(Jwt token) {
        return List.of(Objects.requireNonNull(token.getClaimAsString("scope")).split(" "));
    }

    private static Jwt tokenOf(String client, String scope) throws Exception {
        HttpResponse<String> answer = ask(client, secret(client), scope);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token =
                JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
        assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isNotBlank();
        return NimbusJwtDecoder.withJwkSetUri(address("/oauth2/jwks").toString())
                .build()
                .decode(token);
    }

    private static HttpResponse<String> ask(String client, String secret, String scope) throws Exception {
        String pair = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + scope.replace(" ", "+"));
        return HTTP.send(
                form("/oauth2/token", form)
                        .header("Authorization", "Basic " + pair)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String path, String form) throws Exception {
        return HTTP.send(form(path, form).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder form(String path, String form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + path);
    }

    private static String secret(String client) {
        return read(folder.resolve(client + ".secret")).strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
