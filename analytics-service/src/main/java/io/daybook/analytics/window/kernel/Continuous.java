package io.daybook.analytics.window.kernel;

import static java.math.BigDecimal.ZERO;
import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Functions of each event that have no end: a sum that decays with time, the rate that it amounts to, and the step from
 * one event to the next. The same on every machine: powers by {@link StrictMath}, the rest in decimals of 34 digits,
 * rounded half to even.
 *
 * <ul>
 *   <li>{@code DECAYED}: {@code s(t) = s(u) * 2^-((t - u) / halfLife) + v}, the exponentially decayed sum of Cohen and
 *       Strauss, <i>Maintaining Time-Decaying Stream Aggregates</i>, PODS 2003, section 3; with v = 1 a decayed count.
 *   <li>{@code RATE}: {@code s(t) * ln 2 / halfLife}, what a steady stream would have to bring per hour to decay to as
 *     much.
 *   <li>{@code CHANGE}: {@code v} less the value of the event before; nothing at the first event.
 * </ul>
 *
 * Later results all depend on a late event, which each of them counts as a correction.
 */
public final class Continuous implements SequenceFunction<BigDecimal, Continuous.Course> {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);
    private static final BigDecimal LN_2 = new BigDecimal("0.6931471805599453094172321214581766");

    private final Kind kind;
    private final long halfLife;

    /** Which function. */
    public enum Kind {
        DECAYED,
        RATE,
        CHANGE
    }

    /** What is remembered: the decayed sum, or the last value, and what was told about it. */
    public static final class Course {
        private long at;
        private BigDecimal level = ZERO;
        private BigDecimal told = ZERO;
        private long count;
        private long late;
    }

    /** The half-life, in milliseconds, is not used by {@code CHANGE}. */
    public Continuous(Kind kind, long halfLife) {
        if (kind != Kind.CHANGE && halfLife < 1) {
            throw new IllegalArgumentException("The half-life must be positive, not " + halfLife);
        }
        this.kind = kind;
        this.halfLife = halfLife;
    }

    @Override
    public Course start() {
        return new Course();
    }

    @Override
    public void step(Course state, Step<BigDecimal> event) {
        switch (kind) {
            case DECAYED -> {
                state.level = decayed(state, event);
                state.told = state.level;
            }
            case RATE -> {
                state.level = decayed(state, event);
                state.told = state.level
                        .multiply(LN_2, DECIMAL128)
                        .multiply(HOUR, DECIMAL128)
                        .divide(BigDecimal.valueOf(halfLife), DECIMAL128);
            }
            case CHANGE -> {
                state.told = event.value().subtract(state.level);
                state.level = event.value();
            }
        }
        state.at = event.at();
        state.count++;
        state.late += event.late() ? 1 : 0;
    }

    private BigDecimal decayed(Course state, Step<BigDecimal> event) {
        double factor = StrictMath.pow(2, -(double) (event.at() - state.at) / halfLife);
        return state.count == 0
                ? event.value()
                : state.level.multiply(new BigDecimal(factor), DECIMAL128).add(event.value(), DECIMAL128);
    }

    @Override
    public @Nullable WindowResult result(String key, Course state) {
        if (kind == Kind.CHANGE && state.count < 2) {
            return null;
        }
        return new WindowResult(key, state.at, state.at, state.at + 1, state.told, state.count, state.late, state.late);
    }

    @Override
    public boolean countsEvents() {
        return false;
    }

    @Override
    public long independentFrom(long at) {
        return Long.MAX_VALUE;
    }

    @Override
    public Format<BigDecimal> values() {
        return Format.DECIMAL;
    }

    @Override
    public Format<Course> states() {
        return new Format<>() {
            @Override
            public void write(Course value, StateOutput out) {
                out.putTime(value.at).putDecimal(value.level).putDecimal(value.told);
                out.putLong(value.count).putLong(value.late);
            }

            @Override
            public Course read(StateInput in) {
                Course read = new Course();
                read.at = in.time();
                read.level = in.decimal();
                read.told = in.decimal();
                read.count = in.number();
                read.late = in.number();
                return read;
            }
        };
    }
}
