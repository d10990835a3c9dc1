package io.daybook.analytics.monitoring.kernel;

import java.util.Arrays;

/**
 * Finds a value unlike any seen: its distance to the fifth nearest of a sample of earlier ones, in units of the usual
 * deviation (the nonconformity of KNN-CAD, Burnaev and Ishimtsev 2016, for a single value). A value between two usual
 * levels, or in a gap of a set of levels, is odd to it and to no other detector. The sample is a reservoir that forgets
 * slowly.
 */
final class Novelty implements Detector {

    private static final int SAMPLE = 500;
    private static final int NEIGHBOUR = 5;
    private static final int ENOUGH = 20;
    private static final double RATE = 0.002;

    private final double[] sample = new double[SAMPLE];
    private long count;
    private double mean;
    private final RobustScale usual = new RobustScale(RATE);

    @Override
    public double oddity(long epochSecond, double value) {
        if (count == 0) {
            mean = value;
        }
        usual.learn(Math.abs(value - mean));
        mean += Math.max(1.0 / (count + 1), RATE) * (value - mean);
        double oddity = count < ENOUGH ? 0 : Detector.inUnitsOf(usual.value(), distance(value));
        remember(value);
        return oddity;
    }

    private double distance(double value) {
        double[] nearest = new double[NEIGHBOUR];
        Arrays.fill(nearest, Double.MAX_VALUE);
        int filled = (int) Math.min(count, SAMPLE);
        for (int index = 0; index < filled; index++) {
            double distance = Math.abs(sample[index] - value);
            if (distance < nearest[NEIGHBOUR - 1]) {
                insert(nearest, distance);
            }
        }
        return nearest[NEIGHBOUR - 1];
    }

    static void insert(double[] nearest, double distance) {
        int place = nearest.length - 1;
        while (place > 0 && nearest[place - 1] > distance) {
            nearest[place] = nearest[place - 1];
            place--;
        }
        nearest[place] = distance;
    }

    /** Every third value takes the place of one in the sample, once that is full. */
    private void remember(double value) {
        int place = count < SAMPLE ? (int) count : Chance.below(3 * SAMPLE, count);
        if (place < SAMPLE) {
            sample[place] = value;
        }
        count++;
    }

    @Override
    public void exchange(Memory memory) {
        memory.keep(sample);
        count = memory.keep(count);
        mean = memory.keep(mean);
        usual.exchange(memory);
    }
}
