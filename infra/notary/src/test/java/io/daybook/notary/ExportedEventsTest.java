package io.daybook.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportedEventsTest {

    private static final int EVENTS = 700;

    private static byte[] export() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TreeHasher hasher = new TreeHasher();
        ExportWriter writer = new ExportWriter(bytes);
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        for (int position = 1; position <= EVENTS; position++) {
            EventRecord event = event(position, hasher);
            writer.event(event);
            leaves.writeBytes(hasher.leaf(event.hash()));
            if (position % Tile.WIDTH == 0 || position == EVENTS) {
                writer.leaves((position - 1L) / Tile.WIDTH * Tile.WIDTH + 1, leaves.toByteArray());
                leaves.reset();
            }
        }
        writer.end();
        return bytes.toByteArray();
    }

    private static EventRecord event(long position, TreeHasher hasher) {
        byte[] payload = ("{\"piece\":" + position + "}").getBytes(StandardCharsets.UTF_8);
        return EventRecord.of(
                position,
                new EventRecord.Columns(
                        "stock:" + position % 7,
                        position,
                        "Stock",
                        "id" + position,
                        position,
                        "Received",
                        null,
                        payload,
                        new byte[0]),
                hasher);
    }

    @Test
    void handsOverEveryEventInOrder() throws IOException {
        List<String> payloads = new ArrayList<>();

        ExportedEvents.read(
                new ByteArrayInputStream(export()),
                event -> payloads.add(
                        event.position() + new String(event.columns().payload(), StandardCharsets.UTF_8)));

        assertThat(payloads).hasSize(EVENTS);
        assertThat(payloads.getFirst()).isEqualTo("1{\"piece\":1}");
        assertThat(payloads.getLast()).isEqualTo("700{\"piece\":700}");
    }

    @Test
    void saysWhereAnEventIsNotAsItWas() throws IOException {
        byte[] export = export();
        int at = new String(export, StandardCharsets.ISO_8859_1).indexOf("{\"piece\":301}");
        export[at + 2] ^= 1;

        assertThatThrownBy(() -> ExportedEvents.read(new ByteArrayInputStream(export), _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The event at position 301, at byte");
    }

    @Test
    void refusesWhatIsCutOffAndWhatIsNoExport() throws IOException {
        byte[] export = export();

        assertThatThrownBy(() -> ExportedEvents.read(
                        new ByteArrayInputStream(Arrays.copyOf(export, export.length - 3)), _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> ExportedEvents.read(new ByteArrayInputStream(new byte[40]), _ -> {}))
                .hasMessage("The file does not begin as an export of version 1 does");
    }
}
