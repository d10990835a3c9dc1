package io.daybook.bench.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How far what was answered before a click foresaw it. Asked is before every click but the first of its session, in the
 * order of time over all sessions.
 */
public final class Foresight {

    private int asked;
    private int hits;
    private double reciprocalRanks;
    private final Set<String> shown = new HashSet<>();

    /** Who is asked. */
    public interface Oracle {

        /** The items that may come next, best first. */
        List<String> next(String session, List<String> items);
    }

    /**
     * Asks and counts.
     *
     * @param then what is done with a click after it was asked for
     */
    public static Foresight of(List<Click> clicks, Oracle oracle, Consumer<Click> then) {
        return of(clicks, oracle, then, _ -> true);
    }

    /**
     * Asks and counts.
     *
     * @param then what is done with a click after it was asked for
     * @param isAsked which clicks are asked for
     */
    public static Foresight of(List<Click> clicks, Oracle oracle, Consumer<Click> then, Predicate<Click> isAsked) {
        Foresight foresight = new Foresight();
        Map<String, List<String>> sessions = new HashMap<>();
        for (Click click : clicks) {
            List<String> before = sessions.computeIfAbsent(click.session(), _ -> new ArrayList<>());
            if (!before.isEmpty() && isAsked.test(click)) {
                foresight.count(oracle.next(click.session(), before), click.item());
            }
            before.add(click.item());
            then.accept(click);
        }
        return foresight;
    }

    private void count(List<String> answer, String item) {
        asked++;
        shown.addAll(answer);
        int place = answer.indexOf(item);
        if (place >= 0) {
            hits++;
            reciprocalRanks += 1.0 / (place + 1);
        }
    }

    public int asked() {
        return asked;
    }

    /** The share of the clicks that were in the answer. */
    public double hitRate() {
        return (double) hits / asked;
    }

    /** The mean of 1 / place of the click in the answer, 0 where it was not in it. */
    public double meanReciprocalRank() {
        return reciprocalRanks / asked;
    }

    /** How many different items were in any answer. */
    public int shown() {
        return shown.size();
    }
}
