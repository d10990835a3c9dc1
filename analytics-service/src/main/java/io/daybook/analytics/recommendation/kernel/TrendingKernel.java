package io.daybook.analytics.recommendation.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is looked at and bought now: per item Σ 2^(−(T − t)/h) over the trails with it, t the item's first time in each
 * and T the latest time there is, so that a thousand clicks of one visitor are one. A basket counts as several visits.
 */
public final class TrendingKernel {

    private static final int MOST_TRAILS = 2_000;
    private static final int NEGLIGIBLE = 16;
    private static final double BASKET = 3;

    private final TrailIndex visits;
    private final TrailIndex baskets;
    private final double halfLife;

    /** Of trails in two indexes that number the same items. */
    public TrendingKernel(TrailIndex visits, TrailIndex baskets, Duration halfLife) {
        this.visits = visits;
        this.baskets = baskets;
        this.halfLife = halfLife.toMillis();
    }

    /**
     * An item with what speaks for it.
     *
     * @param visits the visits to it in the last half-life
     * @param baskets the baskets with it in the last half-life
     */
    public record Trend(int item, double score, int visits, int baskets) {}

    /** Every item that has a trail, the greatest score first, of equal ones in the order of SKUs. */
    public List<Trend> trends() {
        long now = Math.max(visits.latest(), baskets.latest());
        Items items = visits.items();
        List<Trend> trends = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            Posting.View seen = visits.posting(item);
            Posting.View bought = baskets.posting(item);
            if (seen.size() + bought.size() > 0) {
                double score = decayed(seen, now) + BASKET * decayed(bought, now);
                trends.add(new Trend(item, score, recent(seen, now), recent(bought, now)));
            }
        }
        trends.sort(
                Comparator.comparingDouble(Trend::score).reversed().thenComparing(trend -> items.sku(trend.item())));
        return trends;
    }

    private double decayed(Posting.View posting, long now) {
        double sum = 0;
        for (int place = 0; place < Math.min(posting.size(), MOST_TRAILS); place++) {
            double lives = (now - posting.newestTime(place)) / halfLife;
            if (lives > NEGLIGIBLE && place > 0) {
                break;
            }
            sum += Math.pow(2, -lives);
        }
        return sum;
    }

    private int recent(Posting.View posting, long now) {
        int count = 0;
        while (count < posting.size() && now - posting.newestTime(count) <= halfLife) {
            count++;
        }
        return count;
    }
}
