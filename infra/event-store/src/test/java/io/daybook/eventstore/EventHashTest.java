package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventHashTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000001Z");

    @Test
    void isTheSameForEver() {
        // worked out apart from this code, from the javadoc alone
        assertThat(HexFormat.of().formatHex(EventHash.at(1, EventHash.ofContent(row("a", "Note", null, "{}", "{}")))))
                .isEqualTo("4acbf47c7c1b597f191986e98a34e1b634fab556af9117125a4ad6dca4bf4ed9");
    }

    @Test
    void coversThePosition() {
        byte[] content = EventHash.ofContent(row("a", "Note", null, "{}", "{}"));

        assertThat(EventHash.at(1, content)).hasSize(32).isNotEqualTo(EventHash.at(2, content));
    }

    @Test
    void tellsApartWhatOnlyMovedFromFieldToField() {
        Set<String> hashes = new HashSet<>();
        hashes.add(hash(row("a", "Note", null, "{}", "{}")));
        hashes.add(hash(row("aN", "ote", null, "{}", "{}")));
        hashes.add(hash(row("a", null, "Note", "{}", "{}")));
        hashes.add(hash(row("a", "Note", "", "{}", "{}")));
        hashes.add(hash(row("a", "Note", null, "{}{", "}")));
        hashes.add(hash(row("a", "Note", null, "", "{}{}")));

        assertThat(hashes).hasSize(6);
    }

    private static String hash(EventRow row) {
        return HexFormat.of().formatHex(EventHash.ofContent(row));
    }

    private static EventRow row(
            String aggregate, @Nullable String type, @Nullable String revision, String payload, String metadata) {
        return new EventRow(
                0,
                aggregate,
                0,
                type,
                "id",
                NOON,
                "noted",
                revision,
                payload.getBytes(StandardCharsets.UTF_8),
                metadata.getBytes(StandardCharsets.UTF_8));
    }
}
