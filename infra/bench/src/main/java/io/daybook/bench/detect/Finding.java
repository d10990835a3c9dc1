package io.daybook.bench.detect;

import io.daybook.analytics.monitoring.kernel.Verdict;
import java.util.Locale;

/** A row that was judged. */
record Finding(Sample sample, Verdict verdict) {

    /** In one line: what was seen, what was expected, why it is odd. */
    String words() {
        return String.format(
                Locale.ROOT,
                "%-20s %.4f  %,14.2f  expected %,.2f (%,.2f to %,.2f)  %s, one in %,.0f",
                sample.timestamp(),
                verdict.score(),
                sample.value(),
                verdict.expected(),
                verdict.low(),
                verdict.high(),
                verdict.reason().words(),
                verdict.rarity());
    }
}
