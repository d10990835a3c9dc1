package io.daybook.analytics.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.monitoring.watch.kernel.DefinitionTexts;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Line;
import io.daybook.api.EventHeaders;
import io.daybook.api.EventTypes;
import io.daybook.api.watch.WatchedSequence;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Reads the samples of all events that may be stored. */
class LogEventReaderTest {

    private final LogEventReader reader = new LogEventReader();

    @Test
    void takesEveryEventThatASequenceMayBeMadeOf() throws IOException {
        Set<String> taken = new TreeSet<>();
        for (Class<?> type : EventTypes.all().values()) {
            LogEvent event = read(type.getSimpleName(), "2026-11-26T09:00:00Z");
            assertThat(event.position()).isEqualTo(7);
            assertThat(LogEvent.from(event.bytes())).isEqualTo(event);
            taken.add(event.type());
        }
        assertThat(taken).containsAll(WatchedSequence.watchable()).contains("", "WatchDefined", "WatchRetired");
    }

    @Test
    void readsAnOrderWithItsWorthToTheTenThousandth() throws IOException {
        LogEvent event = read("OrderPlaced", "2026-11-26T09:00:00Z");

        assertThat(event.at()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z").toEpochMilli());
        assertThat(event.country()).isEqualTo("United Kingdom");
        assertThat(event.lines().stream().mapToLong(Line::worth)).allMatch(worth -> worth > 0);
    }

    @Test
    void takesNothingForLaterThanItWasRecorded() throws IOException {
        assertThat(read("OrderPlaced", "2010-11-30T00:00:00Z").at())
                .isEqualTo(Instant.parse("2010-11-30T00:00:00Z").toEpochMilli());
    }

    @Test
    void readsAWatchAsItWasDefined() throws IOException {
        LogEvent event = read("WatchDefined", "2026-11-26T09:00:00Z");

        assertThat(DefinitionTexts.of(DefinitionTexts.read(event.texts()))).isEqualTo(event.texts());
        assertThat(Objects.requireNonNull(DefinitionTexts.read(event.texts()).sequence())
                        .second())
                .containsExactly("OrderConfirmed", "OrderRejected");
        assertThat(event.at()).isEqualTo(LogEvent.NO_TIME);
    }

    private LogEvent read(String name, String recorded) throws IOException {
        Class<?> type = EventTypes.all().values().stream()
                .filter(one -> one.getSimpleName().equals(name))
                .findAny()
                .orElseThrow();
        Headers headers = new RecordHeaders()
                .add(EventHeaders.ID, "event-7".getBytes(UTF_8))
                .add(EventHeaders.TYPE, type.getName().getBytes(UTF_8))
                .add(EventHeaders.TIME, recorded.getBytes(UTF_8))
                .add(EventHeaders.POSITION, "7".getBytes(UTF_8));
        String revision = EventTypes.storedRevision(type);
        if (revision != null) {
            headers.add(EventHeaders.REVISION, revision.getBytes(UTF_8));
        }
        String path = "/samples/%s/%d.json".formatted(name, EventTypes.revision(type));
        try (InputStream sample = Objects.requireNonNull(getClass().getResourceAsStream(path), path)) {
            return reader.read("some:subject".getBytes(UTF_8), headers, sample.readAllBytes());
        }
    }
}
