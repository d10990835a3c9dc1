package io.daybook.local.cli;

import io.daybook.local.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", mixinStandardHelpOptions = true, description = "Ends everything in order and keeps the data.")
final class DownCommand implements Runnable {

    private final Console console;

    @Mixin
    private final StackOptions options = new StackOptions();

    DownCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Stack stack = options.stack();
        if (!stack.folder().exists()) {
            console.line("There is no stack in " + stack.folder().root());
            return;
        }
        console.line("Stopping Daybook");
        stack.stop();
        console.line("Stopped; the data stays in " + stack.folder().root());
    }
}
