package io.daybook.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSenderTest {

    private static final Patience SHORT =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(20), 3);
    private static final Instant TIME = Instant.parse("2010-12-01T08:00:00Z");

    private static final AccessTokens TOKENS = AccessTokens.fixed("a-token");

    private final ShopRequests requests = new ShopRequests("GBP");

    @Test
    void countsWhatWasWrittenAndWhatWasKnownAlready() throws Exception {
        try (FakeCommandService service = new FakeCommandService();
                RequestSender sender = new RequestSender(service.uri(), TOKENS, 4, SHORT)) {
            sender.send(receipts(20)).await();
            sender.send(receipts(25)).await();

            assertThat(sender.tally().of(RequestKind.RECEIPT)).isEqualTo(new Tally.Count(25, 20, 0));
            assertThat(service.bodies()).hasSize(25).doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsABoundOnRequestsInFlight() throws Exception {
        try (FakeCommandService service = new FakeCommandService();
                RequestSender sender = new RequestSender(service.uri(), TOKENS, 3, SHORT)) {
            sender.send(receipts(200)).await();

            assertThat(service.mostConcurrent()).isBetween(1, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void triesAgainWhenTheServiceIsInTrouble(int status) throws Exception {
        try (FakeCommandService service = new FakeCommandService();
                RequestSender sender = new RequestSender(service.uri(), TOKENS, 1, SHORT)) {
            service.failNext(2, status, "");

            sender.send(receipts(5)).await();

            assertThat(sender.tally().total()).isEqualTo(new Tally.Count(5, 0, 0));
            assertThat(sender.retries()).isEqualTo(2);
        }
    }

    @Test
    void triesAgainAfterAConcurrentChange() throws Exception {
        try (FakeCommandService service = new FakeCommandService();
                RequestSender sender = new RequestSender(service.uri(), TOKENS, 1, SHORT)) {
            service.failNext(1, 409, problem("CONCURRENT_CHANGE"));

            sender.send(receipts(1)).await();

            assertThat(sender.tally().total()).isEqualTo(new Tally.Count(1, 0, 0));
        }
    }

    @Test
    void sendsOnceMoreWithANewTokenWhenOneIsRefused() throws Exception {
        RenewedTokens tokens = new RenewedTokens();
        try (FakeCommandService service = new FakeCommandService();
                RequestSender sender = new RequestSender(service.uri(), tokens, 1, SHORT)) {
            service.failNext(1, 401, problem("UNAUTHENTICATED"));

            sender.send(receipts(2)).await();

            assertThat(sender.tally().total()).isEqualTo(new Tally.Count(2, 0, 0));
            assertThat(tokens.refused).containsExactly("token-0");
        }
    }

    @Test
    void takesASecondRefusalOfItsTokensAsAnAnswer() throws Exception {
        try (FakeCommandService service = new FakeCommandService();
                RequestSender sender = new RequestSender(service.uri(), new RenewedTokens(), 1, SHORT)) {
            service.failNext(2, 401, problem("UNAUTHENTICATED"));

            sender.send(receipts(1)).await();

            assertThat(sender.tally().refusals())
                    .extracting(refusal -> refusal.why().code())
                    .containsExactly("UNAUTHENTICATED");
        }
    }

    /** A new token after each refusal. */
    private static final class RenewedTokens implements AccessTokens {

        private final List<String> refused = new ArrayList<>();

        @Override
        public String token() {
            return "token-" + refused.size();
        }

        @Override
        public void refused(String token) {
            refused.add(token);
        }
    }

    @Test
    void waitsForAServiceThatIsRestarted() throws Exception {
        FakeCommandService first = new FakeCommandService();
        URI uri = first.uri();
        try (RequestSender sender = new RequestSender(uri, TOKENS, 2, SHORT)) {
            sender.send(receipts(3)).await();
            first.close();
            Batch batch = sender.send(receipts(6));
            try (FakeCommandService second = new FakeCommandService(uri.getPort())) {
                batch.await();
                assertThat(second.bodies()).hasSize(6);
            }
            assertThat(sender.tally().total().refused()).isZero();
        }
    }

    @Test
    void saysSoWhenTheServiceStaysAway() {
        FakeCommandService service = new FakeCommandService();
        service.close();
        Patience brief = new Patience(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(50), 3);
        try (RequestSender sender = new RequestSender(service.uri(), TOKENS, 2, brief)) {
            Batch batch = sender.send(receipts(5));

            assertThatThrownBy(batch::await)
                    .isInstanceOf(ServiceAway.class)
                    .hasMessageContaining(service.uri().toString());
        }
    }

    @Test
    void listsARefusalWithItsCodeAndGoesOn() throws Exception {
        try (FakeCommandService service = new FakeCommandService();
                RequestSender sender = new RequestSender(service.uri(), TOKENS, 1, SHORT)) {
            service.failNext(1, 409, problem("STOCK_INSUFFICIENT"));

            sender.send(receipts(2)).await();

            assertThat(sender.tally().total()).isEqualTo(new Tally.Count(1, 0, 1));
            assertThat(sender.tally().refusals())
                    .containsExactly(new Refusal(
                            RequestKind.RECEIPT,
                            "A 0",
                            new Outcome.Refused(409, "STOCK_INSUFFICIENT", "why it is so")));
        }
    }

    @Test
    void countsAnErrorThatStaysAsARefusal() throws Exception {
        try (FakeCommandService service = new FakeCommandService();
                RequestSender sender = new RequestSender(service.uri(), TOKENS, 1, SHORT)) {
            service.failNext(3, 500, "no problem document");

            sender.send(receipts(1)).await();

            assertThat(sender.tally().refusals())
                    .extracting(refusal -> refusal.why().code())
                    .containsExactly("HTTP_500");
        }
    }

    private List<ShopRequest> receipts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> requests.receipt("A", String.valueOf(number), 10, TIME))
                .toList();
    }

    private static String problem(String code) {
        return "{\"status\":409,\"code\":\"" + code + "\",\"detail\":\"why it is so\"}";
    }
}
