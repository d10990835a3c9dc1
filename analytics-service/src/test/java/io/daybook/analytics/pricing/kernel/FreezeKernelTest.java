package io.daybook.analytics.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezeKernelTest {

    @ParameterizedTest(name = "{0} expected, {1} seen, {2} skipped: {3}")
    @CsvSource({
        // silence is told from a quiet hour by how much was expected: exp(-m) reaches one in a million at 13.8155
        "13.8, 0, 0, MOVE",
        "13.9, 0, 0, FROZEN_SILENT",
        "0, 0, 0, MOVE",
        // trade that halves is trade
        "1000, 500, 0, MOVE",
        "1000, 334, 0, MOVE",
        "1000, 333, 0, FROZEN_LOST",
        "1000, 1, 0, FROZEN_LOST",
        // few events may well be a third by chance
        "12, 3, 0, MOVE",
        "1000, 1000, 1, FROZEN_LOST",
    })
    void tellsMissingDataFromMissingDemand(double expected, long seen, long skipped, Verdict verdict) {
        assertThat(FreezeKernel.verdict(new SourceState(expected, seen, skipped)))
                .isEqualTo(verdict);
    }
}
