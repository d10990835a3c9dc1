package io.daybook.analytics.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {

    private static final double STEP = 1e-6;

    @ParameterizedTest
    @ValueSource(doubles = {0.51, 0.7, 1, 1.3, 1.99})
    void makesTheElasticityGrowInProportionToThePrice(double ratio) {
        assertThat(slope(ratio)).isCloseTo(ratio - 1, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.01, 3, 12.6, 1_000})
    void makesItGrowNoFurtherBeyondTwice(double ratio) {
        assertThat(slope(ratio)).isCloseTo(1, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.49, 0.3, 0.05, 0.001})
    void letsItFallNoFurtherBelowHalf(double ratio) {
        assertThat(slope(ratio)).isCloseTo(-0.5, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2})
    void hasNoStep(double ratio) {
        assertThat(Curve.at(ratio * (1 + 1e-12))).isCloseTo(Curve.at(ratio * (1 - 1e-12)), within(1e-9));
    }

    @Test
    void isNothingAtTheReference() {
        assertThat(Curve.at(1)).isZero();
    }

    private static double slope(double ratio) {
        return (Curve.at(ratio * Math.exp(STEP)) - Curve.at(ratio * Math.exp(-STEP))) / (2 * STEP);
    }
}
