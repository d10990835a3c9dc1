package io.daybook.analytics.recommendation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The next items of a session, by what went on in trails like it: session-based nearest neighbours on an index of the
 * most recent trails of each item.
 *
 * <p>Let a session be s₁…s_L, and of a trail n the steps n₁…n_l, the last at time t_n; idf(i) = ln(1 + N / N_i).
 * <pre>
 * sim(n)   = Σ_{i in s and n} e^(−back(i)/λ₁) idf(i)^α · l^(−β) · e^(−(now − t_n)/λ₂)     over the m most recent trails of each i
 * score(j) = N_j^δ · Σ_{n of the k most like} sim(n) Σ_{a: n_a in s} e^(−back(n_a)/λ₃) Σ_{b: n_b = j} D(b − a)
 * D(d)     = e^(−(d−1)/λ₄) for d &gt; 0, γ e^(−(−d−1)/λ₄) for d &lt; 0, 0 for d = 0
 * </pre>
 * with back(i) = the steps of the session since it last saw i. Items that the session has seen may come again: to those
 * is added max score · (ρ e^(−(back(j)−1)/λ₅) + σ (times seen − 1)). The item on view, s_L, is never an answer. Where
 * there are fewer candidates than wanted, the best of them are asked in turn for what their trails have around them:
 * <pre>
 * further(j) = Σ_{i of the best candidates} score(i) Σ_{n with i} l^(−β) · e^(−(now − t_n)/λ₂) Σ_{a: n_a = i, b: n_b = j} e^(−(|b−a|−1)/λ₄)
 * </pre>
 * scaled to lie below all others.
 *
 * <p>Sources: VMIS-kNN, the index of m recent sessions per item (Kersbergen, Sprangers, Schelter: <i>Serenade</i>,
 * SIGMOD 2022, section 3); the decays by position in the session, age of the neighbour and distance within it (Garg et
 * al.: <i>Sequence and Time Aware Neighborhood for Session-based Recommendations</i>, STAN, SIGIR 2019, section 3); idf
 * after VS-kNN (Ludewig and Jannach, UMUAI 2018). Other than in STAN every common item speaks for its surroundings, as
 * in sequential rules, and reminders are added to it.
 *
 * <p>Thread-safe; does not wait for the thread that writes the index. Equal scores are put in the order of SKUs.
 */
public final class NeighbourKernel {

    private final TrailIndex index;
    private final NeighbourWeights weights;
    private final Queue<NeighbourScores> idle = new ConcurrentLinkedQueue<>();

    public NeighbourKernel(TrailIndex index, NeighbourWeights weights) {
        this.index = index;
        this.weights = weights;
    }

    /**
     * The best candidates, best first.
     *
     * @param session the items of the session, oldest first, the last one on view; {@link Items#UNKNOWN} where nobody
     *     knows one
     * @param itself the session's own trail, which is no neighbour; null where it has none
     * @param now when it is, in milliseconds since 1970
     * @param allowed what may be an answer
     * @param limit the most answers
     */
    public List<Candidate> next(int[] session, @Nullable Trail itself, long now, IntPredicate allowed, int limit) {
        if (session.length == 0) {
            return new ArrayList<>();
        }
        NeighbourScores scores = idle.poll();
        NeighbourScores own = scores == null ? new NeighbourScores(index, weights) : scores;
        try {
            return own.best(session, itself, now, allowed, limit);
        } finally {
            own.clear();
            idle.add(own);
        }
    }
}
