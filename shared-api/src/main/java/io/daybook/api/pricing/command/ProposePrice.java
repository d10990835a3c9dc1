package io.daybook.api.pricing.command;

import io.daybook.api.InvalidValue;
import io.daybook.api.Money;
import io.daybook.api.Require;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Proposes a price, as an engine works it out; the price's own policy decides what becomes of it. Answers a
 * {@link ProposalDecision}; the same proposal again gets the same answer and changes nothing.
 *
 * @param proposalId unique among the proposals for this SKU
 * @param proposer who or what proposes, such as the name and version of a model
 * @param inputs the named figures that the proposal was computed from, 32 at most
 * @param forApproval that a human is to decide, even where the policy would let the price pass
 * @param basis the {@linkplain PriceInForce#version version of the price} that the proposal was computed from
 * @param proposedAt when the proposer says it did so
 * @param decidedAt when it is decided, by the clock of the service: limits in time go by this one
 */
public record ProposePrice(
        String sku,
        String proposalId,
        Money price,
        String proposer,
        Map<String, String> inputs,
        boolean forApproval,
        long basis,
        Instant proposedAt,
        Instant decidedAt)
        implements PricingCommand {

    private static final int MOST_INPUTS = 32;

    public ProposePrice {
        sku = Require.identifier(sku, "sku");
        proposalId = Require.identifier(proposalId, "proposalId");
        price = Require.notNegative(price, "price");
        proposer = Require.text(proposer, "proposer");
        inputs = checked(Require.present(inputs, "inputs"));
        Require.notNegative(basis, "basis");
        Require.time(proposedAt, "proposedAt");
        Require.time(decidedAt, "decidedAt");
    }

    /** A proposal about which the policy alone decides. */
    public ProposePrice(
            String sku,
            String proposalId,
            Money price,
            String proposer,
            Map<String, String> inputs,
            long basis,
            Instant proposedAt,
            Instant decidedAt) {
        this(sku, proposalId, price, proposer, inputs, false, basis, proposedAt, decidedAt);
    }

    private static Map<String, String> checked(Map<String, String> inputs) {
        if (inputs.size() > MOST_INPUTS) {
            throw new InvalidValue("inputs", "must be at most " + MOST_INPUTS);
        }
        Map<String, String> checked = new TreeMap<>();
        inputs.forEach((name, value) ->
                checked.put(Require.identifier(name, "inputs"), Require.text(value, "inputs." + name)));
        return Map.copyOf(checked);
    }
}
