package io.daybook.analytics.monitoring.kernel;

import java.util.Arrays;

/**
 * Finds a course unlike any seen: the distance of the last eight values to the third nearest of a sample of earlier
 * eights, in units of the usual deviation (KNN-CAD, Burnaev and Ishimtsev 2016). Where there is a season of many rows
 * the eight are taken as far apart as makes them cover half of it.
 */
final class Shape implements Detector {

    private static final int POINTS = 8;
    private static final int SAMPLE = 300;
    private static final int NEIGHBOUR = 3;
    private static final int ENOUGH = 20;
    private static final int KEPT = 1024;
    private static final double RATE = 0.002;

    private final SeasonalBand seasons;
    private final double[] values = new double[KEPT];
    private final double[] sample = new double[SAMPLE * POINTS];
    private final double[] course = new double[POINTS];
    private final RobustScale usual = new RobustScale(RATE);
    private long count;
    private long sampled;
    private long apart = 1;
    private double mean;

    Shape(SeasonalBand seasons) {
        this.seasons = seasons;
    }

    @Override
    public double oddity(long epochSecond, double value) {
        if (count == 0) {
            mean = value;
        }
        usual.learn(Math.abs(value - mean));
        mean += Math.max(1.0 / (count + 1), RATE) * (value - mean);
        values[(int) (count++ % KEPT)] = value;
        follow(seasons.season());
        int span = (int) apart * POINTS;
        if (count < 2L * span) {
            return 0;
        }
        double oddity = 0;
        if (sampled >= ENOUGH) {
            take(0);
            oddity = Detector.inUnitsOf(usual.value(), Math.sqrt(distance()));
        }
        take(span);
        remember();
        return oddity;
    }

    private void follow(int season) {
        int wanted = Math.max(1, season / (2 * POINTS));
        if (wanted != apart) {
            apart = wanted;
            sampled = 0;
        }
    }

    /** The course that ended so many values ago. */
    private void take(int ago) {
        long last = count - 1 - ago;
        for (int point = 0; point < POINTS; point++) {
            course[POINTS - 1 - point] = values[(int) ((last - point * apart) % KEPT)];
        }
    }

    private double distance() {
        double[] nearest = new double[NEIGHBOUR];
        Arrays.fill(nearest, Double.MAX_VALUE);
        int filled = (int) Math.min(sampled, SAMPLE) * POINTS;
        for (int start = 0; start < filled; start += POINTS) {
            double squares = 0;
            for (int point = 0; point < POINTS; point++) {
                double difference = course[point] - sample[start + point];
                squares += difference * difference;
            }
            if (squares < nearest[NEIGHBOUR - 1]) {
                Novelty.insert(nearest, squares);
            }
        }
        return nearest[NEIGHBOUR - 1];
    }

    private void remember() {
        int place = sampled < SAMPLE ? (int) sampled : Chance.below(3 * SAMPLE, count);
        if (place < SAMPLE) {
            System.arraycopy(course, 0, sample, place * POINTS, POINTS);
        }
        sampled++;
    }

    @Override
    public void exchange(Memory memory) {
        memory.keep(values);
        memory.keep(sample);
        usual.exchange(memory);
        count = memory.keep(count);
        sampled = memory.keep(sampled);
        apart = memory.keep(apart);
        mean = memory.keep(mean);
    }
}
