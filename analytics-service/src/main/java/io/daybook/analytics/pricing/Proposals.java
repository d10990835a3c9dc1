package io.daybook.analytics.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.platform.courier.Errand;
import io.daybook.analytics.pricing.facts.PriceFacts;
import io.daybook.analytics.pricing.kernel.Mode;
import io.daybook.analytics.pricing.kernel.PricingInputs;
import io.daybook.analytics.pricing.kernel.PricingReceipt;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes proposals to the price out of receipts. What they are named by follows from SKU and event, so a repeated one is
 * known as such.
 */
final class Proposals {

    private final JsonMapper json = JsonMapper.builder().build();

    private record Proposal(
            String proposalId,
            BigDecimal amount,
            String currency,
            String proposer,
            Map<String, String> inputs,
            boolean forApproval,
            long basis,
            Instant proposedAt) {}

    Errand errand(PricingBook.Decided decided) {
        PricingReceipt receipt = decided.receipt();
        PricingInputs inputs = receipt.inputs();
        String id = id(receipt);
        Proposal proposal = new Proposal(
                id,
                BigDecimal.valueOf(receipt.decision().price(), 4),
                decided.currency(),
                PriceFacts.proposer(),
                receipt.figures(),
                inputs.strategy().mode() == Mode.PROPOSE,
                inputs.price().version(),
                inputs.at());
        return new Errand(
                inputs.sku(),
                "POST",
                "/products/" + encoded(inputs.sku()) + "/price-proposals",
                json.writeValueAsBytes(proposal),
                key(receipt),
                decided.cause().eventId(),
                decided.cause().correlationId());
    }

    /** What the errand names itself by. */
    String key(PricingReceipt receipt) {
        return id(receipt) + "-" + UUID.nameUUIDFromBytes(receipt.inputs().sku().getBytes(UTF_8));
    }

    private static String id(PricingReceipt receipt) {
        return "engine-" + receipt.inputs().position();
    }

    /** As one segment of a path. */
    private static String encoded(String sku) {
        return URLEncoder.encode(sku, UTF_8).replace("+", "%20");
    }
}
