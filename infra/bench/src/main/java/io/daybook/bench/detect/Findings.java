package io.daybook.bench.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The rows with the highest scores, so many and no more. */
final class Findings {

    private static final Comparator<Finding> BY_SCORE =
            Comparator.comparingDouble(finding -> finding.verdict().score());

    private final int most;
    private final PriorityQueue<Finding> highest = new PriorityQueue<>(BY_SCORE);

    Findings(int most) {
        this.most = most;
    }

    void add(Finding finding) {
        if (!finding.verdict().onset()) {
            return;
        }
        highest.add(finding);
        if (highest.size() > most) {
            highest.remove();
        }
    }

    /** In order of time. */
    List<Finding> inOrder() {
        List<Finding> ordered = new ArrayList<>(highest);
        ordered.sort(Comparator.comparingLong(finding -> finding.sample().epochSecond()));
        return ordered;
    }
}
