package io.daybook.analytics.pricing.kernel;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why the engine decided as it did: what it decided from, and what. Its figures are 20 named texts, few and short
 * enough to travel as the inputs of a proposal into the event of the price; who has them can decide again and compare,
 * byte by byte.
 */
public record PricingReceipt(PricingInputs inputs, PricingDecision decision) {

    /** Decides, and keeps from what. */
    public static PricingReceipt of(PricingInputs inputs) {
        return new PricingReceipt(inputs, PricingKernel.decide(inputs));
    }

    /** Reads what {@link #bytes} wrote. */
    public static PricingReceipt parse(byte[] bytes) {
        Map<String, String> figures = new LinkedHashMap<>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not a figure: " + line);
            }
            figures.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return ReceiptFormat.read(figures);
    }

    /** Reads what {@link #figures} gave; their order does not matter. */
    public static PricingReceipt parse(Map<String, String> figures) {
        return ReceiptFormat.read(figures);
    }

    /** By name, in an order that is always the same. */
    public Map<String, String> figures() {
        return ReceiptFormat.write(this);
    }

    /** The figures as lines of {@code name=value} in UTF-8, each ended by a line feed. */
    public byte[] bytes() {
        StringBuilder lines = new StringBuilder(1024);
        figures()
                .forEach((name, value) ->
                        lines.append(name).append('=').append(value).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the price is proposed: the engine would move it, and may say so. */
    public boolean isProposed() {
        return decision.verdict() == Verdict.MOVE
                && switch (inputs.strategy().mode()) {
                    case OFF, SHADOW -> false;
                    case PROPOSE, AUTOMATIC -> true;
                };
    }

    /**
     * The receipt of deciding once more from the same inputs; equal to this one, unless one of them has been tampered
     * with.
     */
    public PricingReceipt recomputed() {
        return of(inputs);
    }
}
