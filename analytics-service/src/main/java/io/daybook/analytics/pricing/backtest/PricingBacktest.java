package io.daybook.analytics.pricing.backtest;

import io.daybook.analytics.pricing.kernel.BacktestKernel;
import io.daybook.analytics.pricing.kernel.Circumstances;
import io.daybook.analytics.pricing.kernel.DemandKernel;
import io.daybook.analytics.pricing.kernel.DemandObservation;
import io.daybook.analytics.pricing.kernel.DeskSettings;
import io.daybook.analytics.pricing.kernel.Evidence;
import io.daybook.analytics.pricing.kernel.PricingDesk;
import io.daybook.analytics.pricing.kernel.ShopEvent;
import io.daybook.analytics.pricing.kernel.ShopFact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs the live engine over the events of the log as if a policy had been in force from a time on. The events before
 * that teach it demand, as they would have. Policies and strategies that the log tells of are passed over; what the
 * engine really changed is a price like any other.
 */
public final class PricingBacktest {

    private final SupposedPolicy policy;
    private final DeskSettings settings;
    private final Instant from;
    private final @Nullable Instant until;
    private final PricingDesk desk;
    private final Map<String, Trial> trials = new TreeMap<>();
    private boolean started;
    private boolean over;

    /** A SKU's back-test, and how things stood when its last window ended. */
    private static final class Trial {

        private final BacktestKernel kernel;
        private Circumstances then;
        private Evidence evidence;

        private Trial(BacktestKernel kernel, Circumstances then, Evidence evidence) {
            this.kernel = kernel;
            this.then = then;
            this.evidence = evidence;
        }
    }

    /**
     * A back-test.
     *
     * @param from in business time, from when on the policy is supposed to be in force
     * @param until when it ends; null for the end of the log
     */
    public PricingBacktest(SupposedPolicy policy, DeskSettings settings, Instant from, @Nullable Instant until) {
        this.policy = policy;
        this.settings = settings;
        this.from = from;
        this.until = until;
        this.desk = new PricingDesk(settings, this::ended);
    }

    /** Takes the next event of the log in; answers whether there is any use in more. */
    public boolean take(ShopEvent event) {
        if (over) {
            return false;
        }
        Instant at = event.at();
        if (until != null && at != null && at.isAfter(until)) {
            over = true;
            return false;
        }
        if (!started && at != null && !at.isBefore(from)) {
            started = true;
            desk.priced().forEach(this::suppose);
        }
        List<ShopFact> facts =
                event.facts().stream().filter(PricingBacktest::happened).toList();
        desk.apply(new ShopEvent(event.position(), at, facts));
        if (started) {
            facts.stream().filter(fact -> fact instanceof ShopFact.Priced).forEach(fact -> suppose(fact.sku()));
        }
        return true;
    }

    private static boolean happened(ShopFact fact) {
        return !(fact instanceof ShopFact.Limited) && !(fact instanceof ShopFact.Steered);
    }

    private void suppose(String sku) {
        if (!policy.isAbout(sku) || trials.containsKey(sku)) {
            return;
        }
        desk.circumstances(sku).ifPresent(now -> {
            desk.suppose(new ShopFact.Limited(sku, policy.guardrails(now.price())));
            desk.suppose(policy.steered(sku, now.price()));
            BacktestKernel kernel = new BacktestKernel(
                    sku,
                    now.price(),
                    policy.guardrails(now.price()),
                    policy.strategy(),
                    policy.cost(now.price()),
                    new DemandKernel(now.demand(), settings.tuning()));
            trials.put(
                    sku,
                    new Trial(
                            kernel, now, new Evidence(desk.now(), desk.now(), desk.position(), desk.position(), 0, 0)));
        });
    }

    private void ended(String sku, DemandObservation observation, Evidence evidence) {
        Trial trial = trials.get(sku);
        if (trial == null) {
            return;
        }
        Circumstances then = trial.then;
        trial.kernel.step(
                trial.evidence.until(), observation, then.category(), then.stock(), then.source(), trial.evidence);
        trial.then = desk.circumstances(sku).orElse(then);
        trial.evidence = evidence;
    }

    /**
     * What came of it.
     *
     * @param draws how many demand curves are drawn for each SKU from what the history leaves possible
     */
    public BacktestResult result(int draws) {
        List<BacktestResult.OfSku> skus = trials.entrySet().stream()
                .filter(trial -> !trial.getValue().kernel.stretches().isEmpty())
                .map(trial -> BacktestResult.of(
                        trial.getKey(),
                        trial.getValue().kernel,
                        trial.getValue().then.category(),
                        draws))
                .toList();
        return new BacktestResult(started ? from : null, desk.now(), desk.position(), skus);
    }
}
