package io.daybook.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EventRecordTest {

    private static final byte[] CONTENT = SampleLog.content(
            "a",
            0,
            "Note",
            "id",
            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-11-23T12:00:00.000001Z")),
            "noted",
            null,
            "{}",
            "{}");

    @Test
    void hasTheHashThatTheEventStoreGives() {
        // the known answer of the event store's own test
        assertThat(HexFormat.of().formatHex(new EventRecord(1, CONTENT, new byte[0]).expectedHash(new TreeHasher())))
                .isEqualTo("4acbf47c7c1b597f191986e98a34e1b634fab556af9117125a4ad6dca4bf4ed9");
    }

    @Test
    void refusesContentThatCannotBeRead() {
        for (int length = 0; length < CONTENT.length; length++) {
            EventRecord cut = new EventRecord(1, Arrays.copyOf(CONTENT, length), new byte[0]);
            assertThatIllegalArgumentException().isThrownBy(cut::columns);
        }
        EventRecord longer = new EventRecord(1, Arrays.copyOf(CONTENT, CONTENT.length + 1), new byte[0]);
        assertThatIllegalArgumentException().isThrownBy(longer::columns);
    }
}
