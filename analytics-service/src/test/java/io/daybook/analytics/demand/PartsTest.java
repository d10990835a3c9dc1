package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.demand.StandingPart.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What instances tell each other arrives as it was sent. */
class PartsTest {

    private static final ByCurrency SOLD = ByCurrency.of("GBP", new Demand(1, 2, 3, 4, sales(5, "6.0001")));

    private final JsonMapper json = JsonMapper.builder().build();

    static List<Object> told() {
        TimeRange always = TimeRange.ALWAYS;
        PaneCut cut = new PaneCut(Grain.COARSE, always.from(), always.until());
        Sale sale = new Sale(NINE.plusNanos(1), 7, "GBP", sales(1, "2.50"));
        return List.of(
                new StandingQuestion(null),
                new StandingQuestion("Kitchen/Mugs"),
                new StandingPart(
                        Map.of(
                                0,
                                new Standing(Progress.NONE, Instant.MIN),
                                3,
                                new Standing(new Progress(1, NINE, 2, 3, 4), NINE)),
                        Set.of("A/1")),
                new SumsQuestion(Subjects.everyProduct(), List.of(List.of(cut), List.of()), true),
                new SumsPart(Set.of(1, 2), true, List.of(Map.of("A", SOLD)), Map.of("A", List.of(sale))),
                new PanesQuestion(Subjects.country("France"), cut),
                new PanesPart(Set.of(), false, Map.of(NINE, SOLD)));
    }

    @ParameterizedTest
    @MethodSource("told")
    void areReadAsTheyWereWritten(Object told) {
        assertThat(json.<Object>readValue(json.writeValueAsBytes(told), json.constructType(told.getClass())))
                .isEqualTo(told);
    }
}
