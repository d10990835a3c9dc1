package io.daybook.bench.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.bench.Report;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EngineSellerTest {

    /**
     * A small run of the benchmark, so that a change that ruins the engine does not wait for someone to run the large
     * one.
     */
    @Test
    void earnsNearlyWhatTheClairvoyantEarns() {
        MarketRounds rounds = rounds(9);
        rounds.run();

        assertThat(rounds.clairvoyantShare()).isBetween(0.93, 1.0);
        assertThat(rounds.regretOfUcb1()).isLessThan(0.3);
    }

    @Test
    void earnsTheSameFromTheSameSeed() {
        MarketRounds one = rounds(10);
        MarketRounds other = rounds(10);
        one.run();
        other.run();

        assertThat(one.clairvoyantShare()).isEqualTo(other.clairvoyantShare());
    }

    private static MarketRounds rounds(long seed) {
        return new MarketRounds(
                new Report(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)), seed, 60);
    }
}
