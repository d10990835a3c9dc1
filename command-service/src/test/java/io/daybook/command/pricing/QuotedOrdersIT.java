package io.daybook.command.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.PriceReceipt;
import io.daybook.api.pricing.command.Quote;
import io.daybook.command.CommandServiceScenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

class QuotedOrdersIT extends CommandServiceScenario {

    @Autowired
    private QuoteTokens tokens;

    @Test
    void sellsAtTheQuotedPriceAlsoWhenThePriceHasRisen() {
        String sku = productAt("4.95");
        Quote quote = quote(sku);
        price(sku, "5.95");
        String order = fresh("O");

        order(order, sku, "\"quote\":\"%s\"".formatted(quote.token()))
                .expectStatus()
                .isAccepted();

        assertThat(line(order).unitPrice()).isEqualTo(new BigDecimal("4.95"));
        assertThat(line(order).priceReceipt())
                .isEqualTo(
                        new PriceReceipt(PriceReceipt.QUOTE, 0, quote.quoteId(), quote.quotedAt(), quote.expiresAt()));
    }

    @Test
    void refusesAnExpiredQuoteAndGivesANewOne() {
        String sku = productAt("4.95");
        price(sku, "5.95");
        String order = fresh("O");
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Quote expired =
                tokens.sign("Q-1", sku, new BigDecimal("4.95"), "GBP", 0, now.minusSeconds(900), now.minusSeconds(1));

        Problem problem = problem(order(order, sku, "\"quote\":\"%s\"".formatted(expired.token())), 409);

        assertThat(problem.code()).isEqualTo("QUOTE_EXPIRED");
        assertThat(problem.lines()).extracting(Lapsed::line).containsExactly(1);
        Quote instead = problem.lines().getFirst().quote();
        assertThat(instead.unitPrice()).isEqualTo(new BigDecimal("5.95"));
        order(order, sku, "\"quote\":\"%s\"".formatted(instead.token()))
                .expectStatus()
                .isAccepted();
        assertThat(line(order).unitPrice()).isEqualTo(new BigDecimal("5.95"));
    }

    @Test
    void refusesAnExpectedPriceThatIsGoneAndQuotesTheCurrentOne() {
        String sku = productAt("4.95");
        String order = fresh("O");
        price(sku, "5.95");

        Problem problem = problem(order(order, sku, "\"expectedUnitPrice\":\"4.95\""), 409);

        assertThat(problem.code()).isEqualTo("PRICE_CHANGED");
        assertThat(problem.lines().getFirst().quote().unitPrice()).isEqualTo(new BigDecimal("5.95"));
        assertThat(problem.lines().getFirst().quote().priceVersion()).isEqualTo(1);
        order(order, sku, "\"expectedUnitPrice\":\"5.950\"").expectStatus().isAccepted();
        assertThat(line(order).priceReceipt()).isEqualTo(PriceReceipt.list(PriceReceipt.EXPECTED, 1));
    }

    @Test
    void refusesAQuoteThatIsForgedOrForSomethingElse() {
        String sku = productAt("4.95");
        String other = productAt("1.00");
        String token = quote(sku).token();
        String forged = token.substring(0, token.lastIndexOf('.') + 1)
                + quote(other).token().substring(quote(other).token().lastIndexOf('.') + 1);
        for (String quote : List.of(forged, "nonsense", quote(other).token())) {
            order(fresh("O"), sku, "\"quote\":\"%s\"".formatted(quote))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[?(@.field == '%s')]".formatted("lines[0].quote"))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"quote,unitPrice,quote", "unitPrice,expectedUnitPrice,expectedUnitPrice"})
    void refusesALineWithTwoPrices(String one, String another, String field) {
        String sku = productAt("4.95");

        order(fresh("O"), sku, "\"%s\":\"1\",\"%s\":\"1\"".formatted(one, another))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field == '%s')]".formatted("lines[0]." + field))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"quantity\":2", "\"expectedUnitPrice\":\"4.95\"", "\"quote\":\"TOKEN\"", "\"unitPrice\":\"4\""})
    void takesAnOrderAgainAsTheSameWhateverBecameOfThePrice(String asked) {
        String sku = productAt("4.95");
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Quote quote = tokens.sign("Q-1", sku, new BigDecimal("4.95"), "GBP", 0, now, now.plusSeconds(900));
        String order = fresh("O");
        String price = asked.replace("TOKEN", quote.token());
        order(order, sku, price).expectStatus().isAccepted();
        price(sku, "5.95");

        order(order, sku, price)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(false);
        order(order, sku, "\"unitPrice\":\"1\"").expectStatus().isEqualTo(409);
    }

    @Test
    void quotesTheScheduledPriceOnceItHasStarted() {
        String sku = productAt("4.95");
        post(
                        "/products/" + sku + "/scheduled-prices",
                        scheduled("S-1", "3.95", clock.instant().plusSeconds(3600)))
                .expectStatus()
                .isCreated();
        assertThat(quote(sku).unitPrice()).isEqualTo(new BigDecimal("4.95"));
        Instant soon = clock.instant().plusMillis(300);
        post("/products/" + sku + "/scheduled-prices", scheduled("S-2", "2.95", soon))
                .expectStatus()
                .isCreated();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(quote(sku).unitPrice()).isEqualTo(new BigDecimal("2.95")));
        assertThat(clock.instant()).isAfterOrEqualTo(soon);
    }

    private String productAt(String amount) {
        String sku = productWithStock(20);
        price(sku, amount);
        return sku;
    }

    private void price(String sku, String amount) {
        put("/products/" + sku + "/list-price", "{\"amount\":\"%s\",\"currency\":\"GBP\"}".formatted(amount))
                .expectStatus()
                .isOk();
    }

    private Quote quote(String sku) {
        return Objects.requireNonNull(post("/quotes", "{\"sku\":\"%s\"}".formatted(sku))
                .expectStatus()
                .isOk()
                .expectBody(Quote.class)
                .returnResult()
                .getResponseBody());
    }

    private RestTestClient.ResponseSpec order(String id, String sku, String price) {
        String quantity = price.contains("quantity") ? "" : "\"quantity\":1,";
        return post(
                "/orders",
                "{\"orderId\":\"%s\",\"country\":\"France\",\"currency\":\"GBP\",\"lines\":[{\"sku\":\"%s\",%s%s}]}"
                        .formatted(id, sku, quantity, price));
    }

    private OrderLine line(String order) {
        return ((OrderPlaced) eventsOf("order:" + order).getFirst()).lines().getFirst();
    }

    private static Problem problem(RestTestClient.ResponseSpec response, int status) {
        return Objects.requireNonNull(response.expectStatus()
                .isEqualTo(status)
                .expectBody(Problem.class)
                .returnResult()
                .getResponseBody());
    }

    private static String scheduled(String id, String amount, Instant startsAt) {
        return "{\"scheduleId\":\"%s\",\"amount\":\"%s\",\"currency\":\"GBP\",\"startsAt\":\"%s\"}"
                .formatted(id, amount, startsAt);
    }

    private record Problem(String code, List<Lapsed> lines) {}

    private record Lapsed(int line, Quote quote) {}
}
