package io.daybook.analytics.recommendation.kernel;

import java.util.Arrays;

/** The items of one trail in the order of their times, without change; of one time in the order of the SKUs. */
public final class Steps {

    static final Steps NONE = new Steps(new int[0], new long[0]);

    private final int[] items;
    private final long[] times;

    private Steps(int[] items, long[] times) {
        this.items = items;
        this.times = times;
    }

    public int size() {
        return items.length;
    }

    public boolean isEmpty() {
        return items.length == 0;
    }

    public int item(int place) {
        return items[place];
    }

    /** Milliseconds since 1970. */
    public long time(int place) {
        return times[place];
    }

    /** The time of the last step, of which there is one. */
    public long lastTime() {
        return times[times.length - 1];
    }

    /** The items, oldest first. */
    public int[] items() {
        return items.clone();
    }

    /** With a step more in its place, at most so many, the newest; itself where it has the step already. */
    Steps with(int item, long time, int most, Items names) {
        int place = items.length;
        while (place > 0 && isBefore(item, time, place - 1, names)) {
            place--;
        }
        if (place > 0 && times[place - 1] == time && items[place - 1] == item) {
            return this;
        }
        int size = items.length + 1;
        int[] moreItems = Arrays.copyOf(items, size);
        long[] moreTimes = Arrays.copyOf(times, size);
        System.arraycopy(items, place, moreItems, place + 1, items.length - place);
        System.arraycopy(times, place, moreTimes, place + 1, items.length - place);
        moreItems[place] = item;
        moreTimes[place] = time;
        Steps more = new Steps(moreItems, moreTimes);
        return size <= most ? more : more.from(size - most);
    }

    /** The steps at a time or later. */
    Steps since(long time) {
        int first = 0;
        while (first < times.length && times[first] < time) {
            first++;
        }
        return from(first);
    }

    /** The place of an item's first step, or -1. */
    int firstOf(int item) {
        for (int place = 0; place < items.length; place++) {
            if (items[place] == item) {
                return place;
            }
        }
        return -1;
    }

    private Steps from(int first) {
        if (first == 0) {
            return this;
        }
        return first == items.length
                ? NONE
                : new Steps(
                        Arrays.copyOfRange(items, first, items.length), Arrays.copyOfRange(times, first, times.length));
    }

    private boolean isBefore(int item, long time, int place, Items names) {
        return time < times[place] || (time == times[place] && names.sku(item).compareTo(names.sku(items[place])) < 0);
    }
}
