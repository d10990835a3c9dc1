package io.daybook.command.pricing;

import io.daybook.api.Money;
import io.daybook.api.pricing.command.ApproveProposal;
import io.daybook.api.pricing.command.ProposalDecision;
import io.daybook.api.pricing.command.ProposePrice;
import io.daybook.api.pricing.command.RejectProposal;
import io.daybook.command.catalog.Assortment;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Defaults;
import io.daybook.command.platform.Fit;
import io.daybook.command.platform.Fit.Kind;
import io.daybook.command.platform.Replies;
import io.daybook.command.platform.Replies.Reply;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Proposals for prices by REST. A proposal that is declined is a success too: the reply tells what was decided, and
 * why.
 */
@RestController
@RequestMapping("/products/{sku}/price-proposals")
final class ProposalController {

    private final Replies replies;
    private final Assortment assortment;
    private final Defaults defaults;

    ProposalController(Replies replies, Assortment assortment, Defaults defaults) {
        this.replies = replies;
        this.assortment = assortment;
        this.defaults = defaults;
    }

    @PostMapping
    ResponseEntity<ProposalDecision> propose(@PathVariable String sku, @Valid @RequestBody Proposal body) {
        Instant now = defaults.time(null);
        ProposePrice command = new ProposePrice(
                sku,
                defaults.id(body.proposalId()),
                new Money(body.amount(), body.currency()),
                body.proposer(),
                body.inputs() == null ? Map.of() : body.inputs(),
                Boolean.TRUE.equals(body.forApproval()),
                body.basis(),
                body.proposedAt() == null ? now : body.proposedAt(),
                now);
        assortment.findOnSale(command.sku());
        return replies.answered(
                command,
                ProposalDecision.class,
                UriComponentsBuilder.fromPath("/products/{sku}/price").build(command.sku()));
    }

    @PostMapping("/{proposalId}/approval")
    ResponseEntity<Reply> approve(
            @PathVariable String sku, @PathVariable String proposalId, @Valid @RequestBody Approval body) {
        String approver = Cause.request().actor();
        return replies.changed(new ApproveProposal(sku, proposalId, approver, defaults.time(null)), proposalId);
    }

    @PostMapping("/{proposalId}/rejection")
    ResponseEntity<Reply> reject(
            @PathVariable String sku, @PathVariable String proposalId, @Valid @RequestBody Rejection body) {
        return replies.changed(new RejectProposal(sku, proposalId, body.reason(), defaults.time(null)), proposalId);
    }

    /**
     * {@code basis} is the version of the price that the proposal was computed from; {@code proposedAt} is now where it
     * is left out. A human decides, whatever the policy says, {@code forApproval}.
     */
    record Proposal(
            @Fit(value = Kind.IDENTIFIER, optional = true) @Nullable String proposalId,

            @Fit(Kind.PRICE) BigDecimal amount,
            @Fit(Kind.CURRENCY) String currency,
            @Fit(Kind.TEXT) String proposer,
            @Nullable Map<String, String> inputs,

            @Fit(value = Kind.ANYTHING, optional = true) @Nullable Boolean forApproval,

            long basis,

            @Fit(value = Kind.TIME, optional = true) @Nullable Instant proposedAt) {}

    /** Empty: who approves is who sends it. */
    record Approval() {}

    record Rejection(@Fit(Kind.TEXT) String reason) {}
}
