package io.daybook.analytics.pricing.kernel;

import java.nio.ByteBuffer;

/**
 * Learns the demand for one SKU from one observation after another: a dynamic generalised linear model (West, Harrison,
 * Migon 1985) of Poisson counts with a level that drifts, an elasticity and a curvature ({@link DemandEstimate}), and a
 * season's sine and cosine. Where humans chose the price there is one more coefficient, by which the elasticity may
 * seem to be another than it is; as nothing else tells of it, such prices teach the level and the season, and of the
 * elasticity hardly anything.
 */
public final class DemandKernel {

    private static final int LEVEL = 0;
    private static final int ELASTICITY = 1;
    private static final int CURVATURE = 2;
    private static final int SINE = 3;
    private static final int COSINE = 4;
    private static final int CONFOUNDING = 5;
    private static final int SIZE = 6;
    private static final byte FORMAT = 1;
    private static final int BYTES = 1 + Double.BYTES * (3 + SIZE + SIZE * (SIZE + 1) / 2);

    private final double reference;
    private final DemandTuning tuning;
    private final Belief belief;
    private final Dispersion dispersion;
    private final double[] factors = new double[SIZE];

    /** Knows nothing of the SKU yet but what is usual; the reference is a price near those that will be asked. */
    public DemandKernel(double reference, DemandTuning tuning) {
        this.reference = reference;
        this.tuning = tuning;
        double[] mean = new double[SIZE];
        mean[LEVEL] = StrictMath.log(tuning.usualDemand());
        mean[ELASTICITY] = tuning.elasticity();
        mean[CURVATURE] = tuning.curvature() * tuning.elasticity();
        double[] variance = new double[SIZE];
        variance[LEVEL] = square(tuning.levelSpread());
        variance[ELASTICITY] = square(tuning.elasticitySpread());
        variance[CURVATURE] = 1e4;
        variance[SINE] = square(tuning.seasonSpread());
        variance[COSINE] = square(tuning.seasonSpread());
        variance[CONFOUNDING] = square(tuning.confounding());
        this.belief = new Belief(mean, variance);
        this.dispersion = new Dispersion(tuning.dispersion());
        double[] tie = new double[SIZE];
        tie[ELASTICITY] = -tuning.curvature();
        tie[CURVATURE] = 1;
        belief.observe(tie, 0, square(tuning.curvatureSpread()));
    }

    /** Knows what {@link #bytes} were written of, and goes on from there to the last bit. */
    public DemandKernel(byte[] bytes, DemandTuning tuning) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length != BYTES || buffer.get() != FORMAT) {
            throw new IllegalArgumentException("not a demand model of format " + FORMAT);
        }
        this.tuning = tuning;
        this.reference = buffer.getDouble();
        this.belief = Belief.read(buffer, SIZE);
        this.dispersion = new Dispersion(buffer);
    }

    /** All that it knows: a byte for the format, then numbers of eight bytes, the highest first. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES).put(FORMAT).putDouble(reference);
        belief.write(buffer);
        dispersion.write(buffer);
        return buffer.array();
    }

    /** Learns; of a stretch in which nobody could buy, nothing but that time has passed. */
    public void observe(DemandObservation observation) {
        belief.spread(LEVEL, square(tuning.levelDrift()) * observation.hours());
        belief.spread(ELASTICITY, square(tuning.elasticityDrift()) * observation.hours());
        if (observation.exposed() == 0) {
            return;
        }
        double ratio = observation.price() / reference;
        double x = StrictMath.log(ratio);
        double angle = 2 * Math.PI * observation.phase();
        factors[LEVEL] = 1;
        factors[ELASTICITY] = -x;
        factors[CURVATURE] = -Curve.at(ratio);
        factors[SINE] = StrictMath.sin(angle);
        factors[COSINE] = StrictMath.cos(angle);
        factors[CONFOUNDING] = observation.chosen() ? 0 : x;
        double mean = observation.exposed() * StrictMath.exp(belief.predict(factors));
        double believed = dispersion.believed(observation.sold(), mean, belief.variance(factors));
        belief.observeCount(factors, observation.exposed(), believed, dispersion.value());
    }

    /** What is known by now. */
    public DemandEstimate estimate() {
        return new DemandEstimate(
                reference,
                belief.mean(LEVEL),
                belief.mean(ELASTICITY),
                belief.mean(CURVATURE),
                belief.covariance(LEVEL, LEVEL),
                belief.covariance(ELASTICITY, ELASTICITY),
                belief.covariance(CURVATURE, CURVATURE),
                belief.covariance(LEVEL, ELASTICITY),
                belief.covariance(LEVEL, CURVATURE),
                belief.covariance(ELASTICITY, CURVATURE));
    }

    private static double square(double value) {
        return value * value;
    }
}
