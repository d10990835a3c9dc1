package io.daybook.analytics.recommendation.kernel;

import java.util.Arrays;

/**
 * Sums by a number, in the order in which the numbers first came, so that what is made of them does not depend on
 * hashes.
 */
final class Tally {

    private static final int FREE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private int[] slots = new int[1 << 12];
    private int[] keys = new int[1 << 11];
    private double[] sums = new double[1 << 11];
    private int size;

    Tally() {
        Arrays.fill(slots, FREE);
    }

    int size() {
        return size;
    }

    int key(int place) {
        return keys[place];
    }

    double sum(int place) {
        return sums[place];
    }

    void put(int place, double sum) {
        sums[place] = sum;
    }

    /** The place of a number, at which it is with a sum of 0 where it was not there. */
    int place(int key) {
        int slot = slotOf(key);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        if (size == keys.length) {
            grow();
            slot = slotOf(key);
        }
        slots[slot] = size;
        keys[size] = key;
        sums[size] = 0;
        return size++;
    }

    /** The place of a number, or -1. */
    int find(int key) {
        return slots[slotOf(key)];
    }

    void clear() {
        // the latest first: else the way to one that had to give way would be cut
        for (int place = size - 1; place >= 0; place--) {
            slots[slotOf(keys[place])] = FREE;
        }
        size = 0;
    }

    private int slotOf(int key) {
        int mask = slots.length - 1;
        int slot = ((key * SPREAD) >>> 8) & mask;
        while (slots[slot] != FREE && keys[slots[slot]] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        sums = Arrays.copyOf(sums, 2 * sums.length);
        slots = new int[2 * slots.length];
        Arrays.fill(slots, FREE);
        for (int place = 0; place < size; place++) {
            slots[slotOf(keys[place])] = place;
        }
    }
}
