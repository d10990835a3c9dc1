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
            defaultValue = "${env:DAYBOOK_STATE}",
            description = "where the stack keeps everything; .daybook in the repository unless told otherwise")
    private @Nullable Path state;

    Stack stack() {
        Path home = Path.of(System.getProperty("daybook.home", "."))
                .toAbsolutePath()
                .normalize();
        return new Stack(new StackFolder(state == null ? home.resolve(".daybook") : state), home);
    }
}
