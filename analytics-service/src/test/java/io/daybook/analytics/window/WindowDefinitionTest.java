package io.daybook.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowDefinitionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=tumbling size=1h measure=units | from must be sales, activity, events",
                "from=stock kind=tumbling size=1h measure=units | from must be sales, activity, events; not stock",
                "from=sales kind=tumbling size=1h | measure must be units, revenue, orders",
                "from=sales kind=tumbling size=1h measure=views | measure must be units, revenue, orders; not views",
                "from=sales kind=round measure=units | kind must be",
                "from=sales kind=tumbling measure=units | size must be a length",
                "from=sales kind=tumbling measure=units size=0s | size must be a length",
                "from=sales kind=hopping measure=units size=1h | advance must be a length",
                "from=sales kind=hopping measure=units size=1h advance=25m | advance must go into the size, PT1H",
                "from=sales kind=session measure=units | gap must be a length",
                "from=sales kind=count measure=units | count must be 1 to 100,000",
                "from=sales kind=count measure=units count=0 | count must be 1 to 100,000",
                "from=sales kind=count measure=units count=5 every=6 | every must be 1 to the count, 5",
                "from=sales kind=continuous measure=units | function must be decayed, rate, change",
                "from=sales kind=continuous measure=units function=rate | half-life must be a length",
                "from=sales kind=tumbling measure=units size=1h key=session | key must be sku, category, country",
                "from=activity kind=tumbling measure=carts size=1h key=category | key must be sku, country, customer",
                "from=sales kind=tumbling measure=units size=1h grace=-1s | grace must not be negative",
                "from=sales kind=tumbling measure=units size=1h aggregate=median | aggregate must be sum",
                "from=sales kind=tumbling measure=units size=1h grace=1h retention=1m | retention must be at least PT1H",
                "from=sales kind=hopping measure=units size=1h advance=5m retention=54m | retention must be at least PT55M",
            })
    void namesTheFieldThatCannotBe(String properties, String problem) {
        assertThatThrownBy(() -> Windows.window("mine", properties.split(" ", -1)))
                .isInstanceOf(UnfitWindow.class)
                .hasMessageStartingWith("daybook.analytics.windows.mine." + problem);
    }

    @Test
    void refusesANameThatWouldNotFitIntoAKey() {
        assertThatThrownBy(() -> Windows.window("my/window"))
                .hasMessageStartingWith("daybook.analytics.windows.my/window must have a name");
    }

    @Test
    void keepsAWindowForADayLongerThanItMust() {
        assertThat(Windows.window("mine", "from=sales", "kind=hopping", "measure=units", "size=1h", "advance=5m")
                        .retention())
                .isEqualTo(Duration.ofDays(1).plusMinutes(55));
    }

    @Test
    void isAnotherVersionWhateverIsChanged() {
        List<String> versions = List.of(
                version("size=1h"),
                version("size=2h"),
                version("size=1h", "key=sku"),
                version("size=1h", "grace=1s"),
                version("size=1h", "retention=3h"),
                version("size=1h", "aggregate=maximum"));

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(version("size=1h")).isEqualTo(version("size=PT60M"));
    }

    private static String version(String... properties) {
        List<String> all = new java.util.ArrayList<>(List.of("from=sales", "kind=tumbling", "measure=units"));
        all.addAll(List.of(properties));
        return Windows.window("mine", all.toArray(String[]::new)).version();
    }
}
