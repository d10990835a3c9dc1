package io.daybook.api.pricing.command;

import io.daybook.api.Require;
import java.time.Instant;

/**
 * Lets an open proposal take effect, if the price and the policy of now still allow it; once approved, again changes
 * nothing.
 */
public record ApproveProposal(String sku, String proposalId, String approver, Instant approvedAt)
        implements PricingCommand {
    public ApproveProposal {
        sku = Require.identifier(sku, "sku");
        proposalId = Require.identifier(proposalId, "proposalId");
        approver = Require.text(approver, "approver");
        Require.time(approvedAt, "approvedAt");
    }
}
