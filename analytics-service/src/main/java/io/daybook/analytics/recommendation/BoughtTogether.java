package io.daybook.analytics.recommendation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.daybook.analytics.recommendation.kernel.AlsoBoughtKernel.Pair;
import java.util.Locale;

/** It was bought together with an item. */
@JsonTypeName("bought-together")
record BoughtTogether(
        String item,
        int together,
        int with,
        int count,
        int all,
        double support,
        double confidence,
        double lift,
        double logLikelihoodRatio)
        implements Reason {

    static BoughtTogether of(String item, Pair pair) {
        return new BoughtTogether(
                item,
                pair.together(),
                pair.with(),
                pair.count(),
                pair.all(),
                pair.support(),
                pair.confidence(),
                pair.lift(),
                pair.ratio());
    }

    @Override
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "Because %d of %s with %s have it, %.1f times more than chance would have it",
                together,
                Reason.counted(with, "basket"),
                item,
                lift);
    }
}
