package io.daybook.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({
        "1, 0, PT1S",
        "1, 1, PT0.5S",
        "2, 0, PT2S",
        "10, 0, PT8M32S",
        "11, 0, PT15M",
        "11, 0.5, PT11M15S",
        "10000, 0, PT15M"
    })
    void doublesUpToTheLongestAndPartsThoseWhoFailedTogether(int failures, double luck, Duration pause) {
        assertThat(backoff.after(failures, luck)).isEqualTo(pause);
    }
}
