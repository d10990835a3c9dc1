package io.daybook.analytics.pricing.kernel;

import static io.daybook.analytics.pricing.kernel.Offers.FLOWING;
import static io.daybook.analytics.pricing.kernel.Offers.HOUR;
import static io.daybook.analytics.pricing.kernel.Offers.NOON;
import static io.daybook.analytics.pricing.kernel.Offers.strategy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PricingReceiptTest {

    private static final String GOLDEN = """
            version=pricing-2
            formula=(p - worth) * sold(exp(a - b*x - g*c)), x = log(p / reference), c = exp(x) - 1 - x, straight beyond half and twice
            sku=MUG-CREAM
            position=404
            at=2026-03-02T12:00:00Z
            price=9.95 3 2026-03-02T11:00:00Z
            guardrails=4.00 16.00 0.20 PT1H .95
            strategy=AUTOMATIC MARGIN THOMPSON 0.01
            experiment=spring
            control=0.0
            cost=5.00
            demand=8.0 -2.5 2.4 1.9
            demand.covariance=0.04 0.25 0.5 0.01 -0.02 0.1
            category=2.2 0.3
            stock=400.0 2400.0 4.25
            source=1000.0 990 0
            window=2026-03-02T11:00:00Z 2026-03-02T12:00:00Z 120.0 9.0
            positions=17 404
            decision=MOVE 8.95
            decision.by=8.95 0.10709359216345793 2.3648458673757844 0.3692744729379982
            """;

    @Test
    void isWrittenAsItAlwaysWas() {
        PricingReceipt receipt = PricingReceipt.of(Offers.inputs(
                strategy(Mode.AUTOMATIC, Exploration.THOMPSON),
                NOON.minus(HOUR),
                FLOWING,
                new StockOutlook(400, 2_400, 4.25)));

        assertThat(new String(receipt.bytes(), StandardCharsets.UTF_8)).isEqualTo(GOLDEN);
    }

    @Test
    void isDecidedAgainFromItsOwnBytes() {
        SplittableRandom random = new SplittableRandom(8);
        for (int trial = 0; trial < 3_000; trial++) {
            byte[] bytes = PricingReceipt.of(Offers.random(random)).bytes();

            PricingReceipt read = PricingReceipt.parse(bytes);

            assertThat(read.bytes()).as("trial %d of seed 8", trial).isEqualTo(bytes);
            assertThat(read.recomputed().bytes())
                    .as("trial %d of seed 8", trial)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void showsWhenADecisionIsNotWhatItsInputsMake() {
        PricingReceipt receipt = PricingReceipt.of(Offers.inputs());
        String told = new String(receipt.bytes(), StandardCharsets.UTF_8);

        String otherPrice = told.replace("decision=MOVE 8.95", "decision=MOVE 10.95");
        String otherCost = told.replace("cost=5.00", "cost=7.00");

        assertThat(otherPrice).isNotEqualTo(told);
        assertThat(isAsDecided(told)).isTrue();
        assertThat(isAsDecided(otherPrice)).isFalse();
        assertThat(isAsDecided(otherCost)).isFalse();
    }

    @Test
    void fitsTheInputsOfAProposal() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 500; trial++) {
            PricingReceipt receipt = PricingReceipt.of(Offers.random(random));

            assertThat(receipt.figures()).hasSizeLessThanOrEqualTo(32);
            assertThat(receipt.figures().keySet()).allMatch(name -> name.matches("[a-z.]+"));
            assertThat(receipt.figures().values())
                    .allMatch(value -> !value.isBlank() && value.length() <= 500 && value.equals(value.strip()));
            assertThat(PricingReceipt.parse(new TreeMap<>(receipt.figures()))).isEqualTo(receipt);
        }
    }

    @Test
    void refusesWhatIsNoReceipt() {
        assertThatIllegalArgumentException().isThrownBy(() -> parse("nonsense"));
        assertThatIllegalArgumentException().isThrownBy(() -> parse("version=pricing-2\n"));
        String told = new String(PricingReceipt.of(Offers.inputs()).bytes(), StandardCharsets.UTF_8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(told.replace("version=pricing-2", "version=pricing-0")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(told.replaceFirst("positions=17 404", "positions=17")));
    }

    private static boolean isAsDecided(String told) {
        PricingReceipt receipt = parse(told);
        return receipt.recomputed().equals(receipt);
    }

    private static PricingReceipt parse(String text) {
        return PricingReceipt.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
