package io.daybook.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCredentialsTest {

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private HttpServer server;
    private FakeAuthorization authorization;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authorization = new FakeAuthorization(server);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keepsATokenUntilShortlyBeforeItsEnd() throws Exception {
        ClientCredentials tokens = credentials("");

        assertThat(tokens.token()).isEqualTo("token-1");
        clock.pass(Duration.ofSeconds(569));
        assertThat(tokens.token()).isEqualTo("token-1");
        clock.pass(Duration.ofSeconds(1));
        assertThat(tokens.token()).isEqualTo("token-2");
    }

    @Test
    void getsAnotherWhenAServiceRefusesTheOneItHas() throws Exception {
        ClientCredentials tokens = credentials("");
        String first = tokens.token();

        tokens.refused(first);

        assertThat(tokens.token()).isEqualTo("token-2");
        tokens.refused(first);
        assertThat(tokens.token()).as("a late refusal of the first").isEqualTo("token-2");
    }

    @Test
    void asksForTheScopesItIsToldAndForNoneByDefault() throws Exception {
        credentials("order:read stock:read").token();
        credentials("").token();

        assertThat(authorization.forms())
                .containsExactly(
                        "grant_type=client_credentials&scope=order%3Aread+stock%3Aread",
                        "grant_type=client_credentials");
    }

    @Test
    void saysWhichSecretIsMissing() {
        ClientCredentials stranger = new ClientCredentials(address(), "stranger", folder, "", clock);

        assertThatThrownBy(stranger::token).isInstanceOf(IOException.class).hasMessageContaining("stranger.secret");
    }

    @Test
    void tellsARefusalWithoutTheSecret() throws IOException {
        Files.writeString(folder.resolve("shop.secret"), "guessed");

        assertThatThrownBy(new ClientCredentials(address(), "shop", folder, "", clock)::token)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("invalid_client")
                .hasMessageNotContaining("guessed");
    }

    private ClientCredentials credentials(String scope) {
        return new ClientCredentials(address(), "shop", FakeAuthorization.secretsOf("shop", folder), scope, clock);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A clock that goes on when told. */
    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
