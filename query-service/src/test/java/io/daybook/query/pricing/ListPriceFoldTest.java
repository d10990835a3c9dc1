package io.daybook.query.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.query.ListPriceView;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListPriceFoldTest {

    private static final Instant MORNING = Instant.parse("2011-01-04T10:00:00Z");

    @Test
    void showsTheLastPriceSet() {
        ListPriceView first =
                ListPriceFold.apply(null, new ListPriceSet("85123A", new BigDecimal("2.55"), "GBP", MORNING));

        assertThat(ListPriceFold.apply(
                        first, new ListPriceSet("85123A", new BigDecimal("0.001"), "GBP", MORNING.plusSeconds(60))))
                .isEqualTo(new ListPriceView("85123A", new BigDecimal("0.001"), "GBP", MORNING.plusSeconds(60)));
    }
}
