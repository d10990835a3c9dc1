package io.daybook.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

    private static final SigningKey KEY = SigningKey.generate("shop.example/events");
    private static final SigningKey FORMER = SigningKey.generate("shop.example/events");

    @TempDir
    private Path folder;

    @Test
    void keepsWhatIsAddedInOrder() throws IOException {
        CheckpointFile file = new CheckpointFile(folder.resolve("checkpoints"));
        assertThat(file.last()).isEmpty();

        List<String> notes = new ArrayList<>();
        for (int size = 1; size <= 900; size++) {
            List<SigningKey> keys = size % 3 == 0 ? List.of(KEY, FORMER) : List.of(KEY);
            String note = new Checkpoint("shop.example/events", size, new TreeHasher().empty()).signed(keys);
            file.add(List.of(note));
            notes.add(note);
            if (size % 50 < 3) {
                assertThat(file.last()).hasValue(note);
            }
        }

        assertThat(file.all()).isEqualTo(notes);
    }

    @Test
    void tellsWhereItEndsInNoWholeNote() throws IOException {
        Path path = folder.resolve("checkpoints");
        CheckpointFile file = new CheckpointFile(path);
        file.add(List.of(new Checkpoint("o", 1, new TreeHasher().empty()).signed(List.of(SigningKey.generate("o")))));
        Files.writeString(path, "o\n2\n", StandardOpenOption.APPEND);

        assertThat(file.last()).hasValue("o\n2\n");
    }
}
