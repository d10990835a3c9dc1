package io.daybook.analytics.recommendation.kernel;

import java.util.Arrays;

/**
 * The trails that an item is in, in the order of the item's first time in each, of one time in the order of their ids.
 * One thread writes; readers take a {@link View}, which does not change.
 */
final class Posting {

    static final View NOTHING = new View(new Trail[0], new long[0], 0, 0);

    private static final int FIRST_CAPACITY = 4;

    private volatile View view = NOTHING;

    /** Trails of an item, oldest first. A later append shares the arrays, beyond the end. */
    static final class View {

        private final Trail[] trails;
        private final long[] firsts;
        private final int from;
        private final int until;

        private View(Trail[] trails, long[] firsts, int from, int until) {
            this.trails = trails;
            this.firsts = firsts;
            this.from = from;
            this.until = until;
        }

        int size() {
            return until - from;
        }

        /** The trail at a place from the end: 0 is the newest. */
        Trail newest(int place) {
            return trails[until - 1 - place];
        }

        /** When the item first was in it. */
        long newestTime(int place) {
            return firsts[until - 1 - place];
        }

        /** The first index whose trail does not come before. */
        private int placeOf(long first, String id) {
            int low = from;
            int high = until;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (isBefore(middle, first, id)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private boolean isBefore(int index, long first, String id) {
            return firsts[index] < first
                    || (firsts[index] == first && trails[index].id().compareTo(id) < 0);
        }
    }

    View view() {
        return view;
    }

    void add(Trail trail, long first) {
        View old = view;
        int place = old.until == old.from || old.isBefore(old.until - 1, first, trail.id())
                ? old.until
                : old.placeOf(first, trail.id());
        if (place == old.until && old.until < old.trails.length) {
            old.trails[place] = trail;
            old.firsts[place] = first;
            view = new View(old.trails, old.firsts, old.from, old.until + 1);
            return;
        }
        int size = old.size();
        int capacity = size < old.trails.length - FIRST_CAPACITY ? size + size / 2 : 2 * size;
        Trail[] trails = new Trail[Math.max(FIRST_CAPACITY, capacity)];
        long[] firsts = new long[trails.length];
        int before = place - old.from;
        System.arraycopy(old.trails, old.from, trails, 0, before);
        System.arraycopy(old.firsts, old.from, firsts, 0, before);
        trails[before] = trail;
        firsts[before] = first;
        System.arraycopy(old.trails, place, trails, before + 1, size - before);
        System.arraycopy(old.firsts, place, firsts, before + 1, size - before);
        view = new View(trails, firsts, 0, size + 1);
    }

    void remove(Trail trail, long first) {
        View old = view;
        int place = old.placeOf(first, trail.id());
        if (place == old.until || old.trails[place] != trail) {
            throw new IllegalStateException("There is no such entry of " + trail.id());
        }
        if (old.size() == 1) {
            view = NOTHING;
        } else if (place == old.from) {
            view = new View(old.trails, old.firsts, old.from + 1, old.until);
        } else {
            Trail[] trails = Arrays.copyOfRange(old.trails, old.from, old.until);
            long[] firsts = Arrays.copyOfRange(old.firsts, old.from, old.until);
            int behind = place - old.from;
            System.arraycopy(trails, behind + 1, trails, behind, trails.length - behind - 1);
            System.arraycopy(firsts, behind + 1, firsts, behind, firsts.length - behind - 1);
            view = new View(trails, firsts, 0, trails.length - 1);
        }
    }
}
