package io.daybook.command.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;

/** A proposal is approved while the price in force is the one that it was computed from. */
record ProposalIsFresh(String proposalId, long basis, long version) implements Rule {

    @Override
    public boolean holds() {
        return basis == version;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.PROPOSAL_STALE;
    }

    @Override
    public String explanation() {
        return "The proposal %s was computed from version %d of the price, and version %d is in force"
                .formatted(proposalId, basis, version);
    }
}
