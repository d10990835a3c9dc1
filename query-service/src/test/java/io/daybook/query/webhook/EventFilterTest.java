package io.daybook.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.eventstore.EventRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', order:1, true",
        "OrderConfirmed, '', order:1, true",
        "OrderPlaced OrderConfirmed, '', order:1, true",
        "OrderPlaced, '', order:1, false",
        "'', order:, order:1, true",
        "'', stock: order:1, order:12, true",
        "'', stock:, order:1, false",
        "OrderPlaced, order:, order:1, false",
        "'', '', operation:1, false",
        "OrderConfirmed, o, operation:1, false",
        "OrderConfirmed, operation:, operation:1, true",
        "'', operation:2, operation:1, false"
    })
    void matchesByTypeAndEntity(String types, String entities, String entity, boolean matches) {
        EventFilter filter = EventFilter.of(words(types), words(entities));

        assertThat(filter.matches(confirmed(entity))).isEqualTo(matches);
    }

    private static EventRow confirmed(String entity) {
        return new EventRow(
                1,
                entity,
                0,
                "any",
                "id",
                Instant.EPOCH,
                OrderConfirmed.class.getName(),
                null,
                new byte[0],
                new byte[0]);
    }

    private static List<@Nullable String> words(String text) {
        return Arrays.<@Nullable String>asList(text.isEmpty() ? new String[0] : text.split(" "));
    }
}
