package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path root;

    @Test
    void takesTheMessageOutOfAStructuredLine() {
        String log = """
                plain
                {"@timestamp":"2026-11-23T09:00:00Z","message":"FAILED TO START\\n\\nReason: no such thing","level":"ERROR"}
                {not json
                """;

        assertThat(LogTail.readable(log)).isEqualTo("plain\nFAILED TO START\nReason: no such thing\n{not json");
    }

    @Test
    void keepsTheLastTwelveLines() {
        String log = IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        assertThat(LogTail.readable(log)).startsWith("89\n").endsWith("\n100");
    }

    @Test
    void readsNothingOfAnEarlierRun() throws IOException {
        Path log = Files.writeString(root.resolve("a.log"), "earlier\nnow\n");

        assertThat(LogTail.of(log, "earlier\n".length())).isEqualTo("now");
    }
}
