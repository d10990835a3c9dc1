package io.daybook.local.cli;

import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class StackOptions {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "where the stack keeps everything; DAYBOOK_STATE, or else .daybook in the repository")
    private @Nullable Path state;

    Stack stack() {
        Path home = Path.of(System.getProperty("daybook.home", "."))
                .toAbsolutePath()
                .normalize();
        return new Stack(new StackFolder(state == null ? usual(home) : state), home);
    }

    private static Path usual(Path home) {
        String named = System.getenv("DAYBOOK_STATE");
        return named == null || named.isBlank() ? home.resolve(".daybook") : Path.of(named);
    }
}
