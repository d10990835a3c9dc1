package io.daybook.bench.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpperConfidenceTest {

    /** Of Bernoulli rewards, so that the reference is one that finds what is best. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void triesEveryPriceThatEarnsAndComesToAskTheBestMost(boolean tuned) {
        Market market = Markets.ofCategory(5, 0, 10).get(3);
        UpperConfidence bandit = new UpperConfidence(market, tuned);
        int best = 9;
        Map<Integer, Integer> asked = new HashMap<>();
        for (int arrival = 0; arrival < 20_000; arrival++) {
            int price = bandit.ask(arrival);
            asked.merge(price, 1, Integer::sum);
            bandit.saw(arrival, price, true, price == best);
        }

        for (int price = 0; price < market.prices(); price++) {
            assertThat(asked.containsKey(price)).isEqualTo(market.price(price) > market.cost());
        }
        assertThat(asked.get(best)).isGreaterThan(10_000);
    }
}
