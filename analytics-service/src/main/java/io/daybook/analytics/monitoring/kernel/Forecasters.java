package io.daybook.analytics.monitoring.kernel;

/**
 * Simple forecasts of the next value, of which the one that erred least of late is believed (follow the leader with a
 * fading memory; Cesa-Bianchi and Lugosi 2006, section 2): by the time of day, by time of day on weekdays and weekends,
 * by the time of the week, the slow mean, the time of day at the present level, and by a season of so many rows. So a
 * series without a week or without any season is not judged by one.
 */
final class Forecasters {

    private static final int DAY_PHASES = 48;
    private static final int DAY_SECONDS = 86_400;
    private static final int COUNT = 6;
    private static final double RATE = 0.002;
    private static final double MEAN_RATE = 0.005;
    private static final double LEVEL_RATE = 0.02;
    private static final double BOUND = 10;

    private final PhaseMeans days = new PhaseMeans(DAY_PHASES);
    private final PhaseMeans kindsOfDay = new PhaseMeans(2 * DAY_PHASES);
    private final PhaseMeans weeks = new PhaseMeans(7 * DAY_PHASES);
    private final PhaseMeans rows = new PhaseMeans(SeasonFinder.LONGEST + 1);
    private final SeasonFinder season = new SeasonFinder();
    private final double[] forecasts = new double[COUNT];
    private final double[] errors = new double[COUNT];
    private long count;
    private double mean;
    private double level;

    /** The believed forecast of the value at a time. */
    double expect(long epochSecond) {
        int day = dayPhase(epochSecond);
        double daily = known(days, day, mean);
        forecasts[0] = daily;
        forecasts[1] = known(kindsOfDay, kindPhase(epochSecond), daily);
        forecasts[2] = known(weeks, weekPhase(epochSecond), daily);
        forecasts[3] = mean;
        forecasts[4] = daily + level;
        forecasts[5] = season.period() == 0 ? mean : known(rows, rowPhase(), mean);
        int best = 0;
        for (int index = 1; index < COUNT; index++) {
            if (errors[index] < errors[best]) {
                best = index;
            }
        }
        return forecasts[best];
    }

    void learn(long epochSecond, double value, double usualDeviation) {
        double rate = Math.max(1.0 / (count + 1), RATE);
        double bound = usualDeviation > 0 ? BOUND * usualDeviation : Double.MAX_VALUE;
        for (int index = 0; index < COUNT; index++) {
            errors[index] += rate * (Math.min(Math.abs(value - forecasts[index]), bound) - errors[index]);
        }
        level += LEVEL_RATE * (value - forecasts[0] - level);
        days.learn(dayPhase(epochSecond), value, usualDeviation);
        kindsOfDay.learn(kindPhase(epochSecond), value, usualDeviation);
        weeks.learn(weekPhase(epochSecond), value, usualDeviation);
        if (season.period() > 0) {
            rows.learn(rowPhase(), value, usualDeviation);
        }
        mean += Math.max(1.0 / (count + 1), MEAN_RATE) * (value - mean);
        count++;
        if (season.learn(value)) {
            rows.forget();
        }
    }

    /** In rows; 0 where none was found. */
    int season() {
        return season.period();
    }

    /** Before anything was seen the value itself is expected. */
    void startAt(double value) {
        if (count == 0) {
            mean = value;
        }
    }

    private static double known(PhaseMeans means, int phase, double otherwise) {
        return means.knows(phase) ? means.at(phase) : otherwise;
    }

    private static int dayPhase(long epochSecond) {
        return Math.floorMod(epochSecond, DAY_SECONDS) * DAY_PHASES / DAY_SECONDS;
    }

    private static int kindPhase(long epochSecond) {
        return (weekday(epochSecond) >= 5 ? DAY_PHASES : 0) + dayPhase(epochSecond);
    }

    private static int weekPhase(long epochSecond) {
        return weekday(epochSecond) * DAY_PHASES + dayPhase(epochSecond);
    }

    /** Monday is 0; the epoch began on a Thursday. */
    private static int weekday(long epochSecond) {
        return Math.floorMod(Math.floorDiv(epochSecond, DAY_SECONDS) + 3, 7);
    }

    private int rowPhase() {
        return (int) (count % season.period());
    }

    void exchange(Memory memory) {
        days.exchange(memory);
        kindsOfDay.exchange(memory);
        weeks.exchange(memory);
        rows.exchange(memory);
        season.exchange(memory);
        memory.keep(forecasts);
        memory.keep(errors);
        count = memory.keep(count);
        mean = memory.keep(mean);
        level = memory.keep(level);
    }
}
