package io.daybook.query.pricing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The prices that are kept of a timeline when those before a cut are collapsed: all that start after the cut, the one
 * in force at it, and what the prior price of a long series of reductions follows from. A series that is still going on
 * when the longest window has passed since the cut may have begun long before it, and all its reductions may refer to
 * the first one: that one is kept, and the prices of the longest window before it. Its steps between the first and the
 * cut are not.
 *
 * <p>So everything can be told of the reductions that start a longest window after the cut, or later. A price that was
 * called off is kept until the cut has passed its cancellation.
 *
 * @param isWhole whether no price that was ever in force is left out
 */
record KeptPrices(List<PriceEntry> entries, boolean isWhole) {

    /** The longest reference window that a timeline can answer for. */
    static final Duration LONGEST_WINDOW = Duration.ofDays(90);

    static KeptPrices of(List<PriceEntry> all, Instant cut) {
        List<PriceEntry> live = all.stream().filter(PriceEntry::isLive).toList();
        BitSet needed = needed(live, cut);
        List<PriceEntry> kept = new ArrayList<>(all.size());
        int index = 0;
        for (PriceEntry entry : all) {
            Instant cancelled = entry.cancelledAt();
            if (cancelled == null ? needed.get(index++) : cancelled.isAfter(cut)) {
                kept.add(entry);
            }
        }
        return new KeptPrices(List.copyOf(kept), needed.cardinality() == live.size());
    }

    /** Which of the prices, by their place in the list. */
    private static BitSet needed(List<PriceEntry> live, Instant cut) {
        BitSet needed = new BitSet(live.size());
        needed.set(Math.max(0, inForceAt(live, cut)), live.size());
        int first = firstReduction(live, inForceAt(live, cut.plus(LONGEST_WINDOW)));
        if (first > 0) {
            int before = inForceAt(live, live.get(first).start().minus(LONGEST_WINDOW));
            needed.set(Math.max(0, before), first + 1);
        }
        return needed;
    }

    /** The first of the reductions that led to a price without an increase between; -1 where none did. */
    private static int firstReduction(List<PriceEntry> live, int price) {
        int first = -1;
        for (int i = price; i > 0; i--) {
            int step = live.get(i).amount().compareTo(live.get(i - 1).amount());
            if (step > 0) {
                return first;
            }
            first = step < 0 ? i : first;
        }
        return first;
    }

    private static int inForceAt(List<PriceEntry> live, Instant time) {
        int last = live.size() - 1;
        while (last >= 0 && live.get(last).start().isAfter(time)) {
            last--;
        }
        return last;
    }
}
