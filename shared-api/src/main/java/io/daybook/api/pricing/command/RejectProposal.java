package io.daybook.api.pricing.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Turns an open proposal down; once rejected, again changes nothing. */
public record RejectProposal(String sku, String proposalId, String reason, Instant rejectedAt)
        implements PricingCommand {
    public RejectProposal {
        sku = Require.identifier(sku, "sku");
        proposalId = Require.identifier(proposalId, "proposalId");
        reason = Require.text(reason, "reason");
        Require.time(rejectedAt, "rejectedAt");
    }
}
