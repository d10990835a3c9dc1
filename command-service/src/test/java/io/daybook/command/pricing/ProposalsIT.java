package io.daybook.command.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceInput;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.command.CommandServiceScenario;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;

class ProposalsIT extends CommandServiceScenario {

    @Test
    void changesThePriceWithinItsPolicyAndSaysWhatBound() {
        String sku = productAt("5.00");
        policy(sku, "AUTOMATIC", ".99").expectStatus().isOk();

        propose(sku, "P-1", "9.00", 0)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists("Event-Position")
                .expectBody()
                .json(
                        "{\"proposalId\":\"P-1\",\"outcome\":\"CHANGED\",\"requested\":\"9.00\",\"amount\":\"5.99\",\"currency\":\"GBP\",\"rules\":[\"LARGEST_STEP\",\"ENDING\"],\"decisiveRule\":\"LARGEST_STEP\"}");
        propose(sku, "P-1", "9.00", 0)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.amount")
                .isEqualTo("5.99");

        PriceChanged changed = (PriceChanged) eventsOf("price:" + sku).getLast();
        assertThat(changed.amount()).isEqualTo(new BigDecimal("5.99"));
        assertThat(changed.explanation().inputs()).containsExactly(new PriceInput("stock", "120"));
        assertThat(changed.explanation().policyVersion()).isEqualTo(1);
    }

    @Test
    void answersADeclinedProposalAsASuccess() {
        String sku = productAt("5.00");

        propose(sku, "P-1", "5.20", 0)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("DECLINED")
                .jsonPath("$.reason")
                .isEqualTo("MODE_MANUAL")
                .jsonPath("$.amount")
                .doesNotExist();

        assertThat(eventsOf("price:" + sku).getLast()).isInstanceOf(PriceProposalDeclined.class);
    }

    @Test
    void waitsForApproval() {
        String sku = productAt("5.00");
        policy(sku, "PROPOSE", ".99").expectStatus().isOk();
        propose(sku, "P-1", "5.50", 0).expectBody().jsonPath("$.outcome").isEqualTo("PROPOSED");
        propose(sku, "P-2", "5.80", 0).expectBody().jsonPath("$.amount").isEqualTo("5.99");

        decide(sku, "P-1", "approval", "{}", 409, "PROPOSAL_NOT_OPEN");
        decide(sku, "P-3", "approval", "{}", 404, "PROPOSAL_UNKNOWN");
        post("/products/" + sku + "/price-proposals/P-2/approval", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo("P-2");
        decide(sku, "P-2", "rejection", "{\"reason\":\"too late\"}", 409, "PROPOSAL_NOT_OPEN");

        PriceChanged changed = (PriceChanged) eventsOf("price:" + sku).getLast();
        assertThat(changed.approvedBy()).isNotBlank();
        assertThat(changed.proposalId()).isEqualTo("P-2");
    }

    @Test
    void setsAListPriceOutsideOfThePolicyForAReasonOnly() {
        String sku = productAt("5.00");
        policy(sku, "MANUAL", ".99").expectStatus().isOk();
        String path = "/products/" + sku + "/list-price";

        put(path, "{\"amount\":\"0.50\",\"currency\":\"GBP\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("LIST_PRICE_OUTSIDE_POLICY");
        put(path, "{\"amount\":\"0.50\",\"currency\":\"GBP\",\"overrideReason\":\"clearance\"}")
                .expectStatus()
                .isOk();
    }

    @Test
    void schedulesAListPriceOfALaterTimeAndCancelsIt() {
        String sku = productAt("5.00");
        String body = "{\"scheduleId\":\"S-1\",\"amount\":\"4\",\"currency\":\"GBP\",\"startsAt\":\"%s\"}";
        String prices = "/products/" + sku + "/scheduled-prices";
        post(prices, body.formatted(clock.instant().minusSeconds(5)))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SCHEDULED_PRICE_STARTED");
        post(prices, body.formatted(clock.instant().plusSeconds(500)))
                .expectStatus()
                .isCreated();

        post(prices + "/S-1/cancellation", "{\"reason\":\"sold out\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("Event-Position");
        post(prices + "/S-1/cancellation", "{\"reason\":\"sold out\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(false);
        post(prices + "/S-2/cancellation", "{\"reason\":\"sold out\"}")
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @CsvSource({
        "floor,-1", "ceiling,0.99", "largestStep,0", "largestStep,10.0001", "minimumInterval,-PT1S",
        "minimumInterval,PT8760H1S", "ending,99", "ending,.99999", "mode,SOMETIMES", "currency,pounds"
    })
    void namesTheFieldOfAPolicyThatIsNotFit(String field, String value) {
        String sku = productAt("5.00");
        String body = policy("MANUAL", ".99")
                .replaceAll("\"%s\":\"[^\"]*\"".formatted(field), "\"%s\":\"%s\"".formatted(field, value));

        put("/products/" + sku + "/pricing-policy", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private String productAt(String amount) {
        String sku = productWithStock(0);
        put("/products/" + sku + "/list-price", "{\"amount\":\"%s\",\"currency\":\"GBP\"}".formatted(amount))
                .expectStatus()
                .isOk();
        return sku;
    }

    private RestTestClient.ResponseSpec policy(String sku, String mode, String ending) {
        return put("/products/" + sku + "/pricing-policy", policy(mode, ending));
    }

    private static String policy(String mode, String ending) {
        return "{\"currency\":\"GBP\",\"floor\":\"1.00\",\"ceiling\":\"9.99\",\"largestStep\":\"0.25\",\"minimumInterval\":\"PT0S\",\"ending\":\"%s\",\"mode\":\"%s\"}"
                .formatted(ending, mode);
    }

    private RestTestClient.ResponseSpec propose(String sku, String id, String amount, long basis) {
        return post(
                "/products/" + sku + "/price-proposals",
                "{\"proposalId\":\"%s\",\"amount\":\"%s\",\"currency\":\"GBP\",\"proposer\":\"model 1\",\"inputs\":{\"stock\":120},\"basis\":%d}"
                        .formatted(id, amount, basis));
    }

    private void decide(String sku, String id, String decision, String body, int status, String code) {
        post("/products/" + sku + "/price-proposals/" + id + "/" + decision, body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }
}
