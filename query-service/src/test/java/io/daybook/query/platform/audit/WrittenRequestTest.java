package io.daybook.query.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenRequestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entity=customer:C-1&limit=5|entity=customer:C-1&limit=5",
                "q=Ann%20Lee|q=…",
                "limit=5&q=ann@example.com&q=lee&sort=position|limit=5&q=…&q=…&sort=position",
                "%71=Ann|%71=…",
                "payload.name=Ann|payload.name=…",
                "payload.customerId=C-1|payload.customerId=C-1",
                "payload.lines.sku=MUG|payload.lines.sku=MUG",
                "payload.id=C-1|payload.id=C-1",
                "payload.idea=Ann|payload.idea=…",
                "payload.sealed.city=Rome|payload.sealed.city=…",
                "q|q",
                "quality=5|quality=5"
            })
    void withholdsWhatWasTypedFreely(String query, String written) {
        assertThat(WrittenRequest.of("/events", query)).isEqualTo("/events?" + written);
    }

    @Test
    void writesAPathAsItCame() {
        assertThat(WrittenRequest.of("/events/7", null)).isEqualTo("/events/7");
    }
}
