package io.daybook.analytics.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.EventHeaders;
import io.daybook.api.EventTypes;
import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.PriceReceipt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the reader takes out of a payload books the same as the event that went in. */
class BookedEventReaderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant AT = Instant.parse("2011-11-14T09:00:00.123456Z");
    private static final PriceReceipt QUOTED = new PriceReceipt(PriceReceipt.QUOTE, 7, "Q-1", AT, AT.plusSeconds(900));
    private static final List<OrderLine> LINES = List.of(
            new OrderLine(1, "A \"B\" \u00e9", 2, new BigDecimal("2.5500"), true, QUOTED),
            new OrderLine(2, "C", 5_000_000_000L, new BigDecimal("0.001"), false));

    private final BookedEventReader reader = new BookedEventReader();

    static List<OrderEvent> events() {
        return List.of(
                new OrderConfirmed("1", "C-1", "France", "EUR", AT, LINES),
                new OrderConfirmed("1", null, "France", "EUR", AT, List.of()),
                new GoodsReturned("R", "1", "C-1", "France", "EUR", AT, LINES),
                new GoodsReturned("R", null, null, "France", "EUR", AT, LINES),
                new OrderCancelled("1", "C-1", "France", "EUR", AT, "CUSTOMER", "changed \\ mind", true, LINES),
                new OrderCancelled("1", null, "France", "EUR", AT, "CUSTOMER", "no", false, LINES),
                new AdjustmentRecorded("A", "B", "debt", "C-1", "France", new BigDecimal("-11062.06"), "GBP", AT),
                new AdjustmentRecorded("A", "B", "debt", null, "France", BigDecimal.ZERO, "GBP", AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void booksWhatTheEventBooks(OrderEvent event) {
        assertThat(reader.booking(headers(event.getClass()), JSON.writeValueAsBytes(event)))
                .isEqualTo(BookingKernel.bookingOf(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"country\":\"France\",\"currency\":\"EUR\",\"lines\":[]}",
                "{\"country\":\"France\",\"currency\":\"EUR\",\"placedAt\":\"2011-11-14T09:00:00Z\"}",
                "{\"country\":\"France\",\"currency\":\"EUR\",\"placedAt\":\"2011-11-14T09:00:00Z\",\"lines\":[]}{}",
                "{\"country\":\"France\",\"currency\":\"EUR\",\"placedAt\":\"soon\",\"lines\":[]}",
                "{\"country\":\"France\",\"currency\":\"EUR\",\"placedAt\":\"2011-11-14T09:00:00Z\",\"lines\":[{}]}",
                "{\"country\":\"France\",\"currency\":\"EUR\",\"placedAt\":\"2011-11-14T09:00:00Z\",\"lines\":["
            })
    void refusesAPayloadThatLacksWhatCounts(String payload) {
        assertThatThrownBy(() -> reader.booking(headers(OrderConfirmed.class), payload.getBytes(UTF_8)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesACancellationThatDoesNotSayWhetherASaleIsUndone() {
        String payload = """
                {"country":"France","currency":"EUR","cancelledAt":"2011-11-14T09:00:00Z","lines":[]}""";

        assertThatThrownBy(() -> reader.booking(headers(OrderCancelled.class), payload.getBytes(UTF_8)))
                .hasMessageContaining("afterConfirmation");
    }

    @Test
    void doesNotLookIntoWhatBooksNothing() {
        Headers headers = new RecordHeaders().add(EventHeaders.TYPE, "io.daybook.Other".getBytes(UTF_8));

        assertThat(reader.booking(headers, "no JSON".getBytes(UTF_8))).isEmpty();
    }

    private static Headers headers(Class<?> type) {
        Headers headers =
                new RecordHeaders().add(EventHeaders.TYPE, type.getName().getBytes(UTF_8));
        String revision = EventTypes.storedRevision(type);
        return revision == null ? headers : headers.add(EventHeaders.REVISION, revision.getBytes(UTF_8));
    }
}
