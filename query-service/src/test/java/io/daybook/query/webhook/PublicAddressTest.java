package io.daybook.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "64:ff9b::5db8:d822"})
    void is(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fd00::1",
                "fec0::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:a00:1::1"
            })
    void isNot(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void aReceiverElsewhereIsNeitherTakenNorCalled() throws InterruptedException {
        WebhookProperties byDefault = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("daybook.webhooks", WebhookProperties.class);
        Posting posting = new Posting(byDefault, Clock.systemUTC());
        try (ReceivingApp app = new ReceivingApp()) {
            Receiver local = new Receiver(
                    URI.create(app.url().replace("127.0.0.1", "localhost")), List.of(SigningSecret.random()));

            assertThat(posting.ping(local, "1"))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.error())
                                    .contains("localhost is at ", "which is not a public address"));
            assertThat(app.received()).isEmpty();
            WebhookRequest request = new WebhookRequest(app.url(), null, null, null, null, null);
            assertThatThrownBy(() -> request.receiver(false)).isInstanceOf(InvalidValue.class);
            assertThat(request.receiver(true)).isEqualTo(URI.create(app.url()));
        } finally {
            posting.destroy();
        }
    }
}
