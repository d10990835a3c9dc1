package io.daybook.analytics.pricing;

import io.daybook.analytics.platform.SharedTopology;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers from the book, wherever it is open. */
final class PricingQueries {

    private final LocalPricing here;
    private final SharedTopology topology;

    PricingQueries(LocalPricing here, SharedTopology topology) {
        this.here = here;
        this.topology = topology;
    }

    Optional<PricingView> standing(String sku) {
        return parts(new PricingQuestion(sku, 0, 0))
                .map(PricingPart::standing)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The youngest first. */
    List<DecisionView> decisions(String sku, long before, int limit) {
        return parts(new PricingQuestion(sku, before, limit))
                .flatMap(part -> part.decisions().stream())
                .toList();
    }

    private Stream<PricingPart> parts(PricingQuestion question) {
        return topology.ask(() -> here.answer(question), PricingController.PARTS, question, PricingPart.class).stream();
    }

    PricingPart part(PricingQuestion question) {
        return here.answer(question);
    }
}
