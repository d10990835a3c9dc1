package io.daybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.local.LocalStackException;
import io.daybook.local.stack.ProcessState.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateFileTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    private Path root;

    @Test
    void givesBackWhatWasWritten() {
        StackState state = new StackState(
                4711,
                9081,
                NOW,
                "",
                List.of(new ProcessState(StackProcess.KAFKA, Phase.READY, 4712, 9085, NOW, 2, "Process 4700 died")));
        StackStateFile file = new StackStateFile(new StackFolder(root));

        file.write(state);

        assertThat(file.read()).contains(state);
    }

    @Test
    void hasNothingToSayBeforeTheFirstStart() {
        assertThat(new StackStateFile(new StackFolder(root)).read()).isEmpty();
    }

    @Test
    void namesAFileItCannotRead() throws IOException {
        StackFolder folder = new StackFolder(root);
        Files.writeString(folder.state(), "{");

        assertThatThrownBy(() -> new StackStateFile(folder).read())
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining(folder.state().toString());
    }
}
