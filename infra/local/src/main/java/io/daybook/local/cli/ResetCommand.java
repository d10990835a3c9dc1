package io.daybook.local.cli;

import io.daybook.local.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Ends everything and deletes all data, the log of events included.")
final class ResetCommand implements Runnable {

    private final Console console;

    @Mixin
    private final StackOptions options = new StackOptions();

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    ResetCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Stack stack = options.stack();
        if (!stack.folder().exists()) {
            console.line("There is no stack in " + stack.folder().root());
            return;
        }
        if (!yes
                && !console.confirms("Delete every event and everything else in "
                        + stack.folder().root() + "?")) {
            console.line("Nothing was deleted");
            return;
        }
        stack.stop();
        stack.folder().deleteContents();
        console.line("Deleted");
    }
}
