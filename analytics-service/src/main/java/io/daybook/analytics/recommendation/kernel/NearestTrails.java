package io.daybook.analytics.recommendation.kernel;

/** The so many places of the greatest likeness, of equal ones the earlier offered: a heap whose root is the least. */
final class NearestTrails {

    private final int[] places;
    private final double[] likenesses;
    private int size;

    NearestTrails(int most) {
        places = new int[most];
        likenesses = new double[most];
    }

    int size() {
        return size;
    }

    int place(int at) {
        return places[at];
    }

    double likeness(int at) {
        return likenesses[at];
    }

    void clear() {
        size = 0;
    }

    /** Takes a place in, later ones having greater numbers. */
    void offer(int place, double likeness) {
        if (size < places.length) {
            places[size] = place;
            likenesses[size] = likeness;
            rise(size++);
        } else if (likeness > likenesses[0]) {
            places[0] = place;
            likenesses[0] = likeness;
            sink();
        }
    }

    private void rise(int from) {
        int at = from;
        while (at > 0 && isLess(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void sink() {
        int at = 0;
        while (true) {
            int least = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                least = isLess(child, least) ? child : least;
            }
            if (least == at) {
                return;
            }
            swap(at, least);
            at = least;
        }
    }

    private boolean isLess(int one, int other) {
        return likenesses[one] < likenesses[other]
                || (likenesses[one] == likenesses[other] && places[one] > places[other]);
    }

    private void swap(int one, int other) {
        int place = places[one];
        double likeness = likenesses[one];
        places[one] = places[other];
        likenesses[one] = likenesses[other];
        places[other] = place;
        likenesses[other] = likeness;
    }
}
