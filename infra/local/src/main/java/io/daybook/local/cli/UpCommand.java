package io.daybook.local.cli;

import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "up", mixinStandardHelpOptions = true, description = "Starts everything and returns when it is ready.")
final class UpCommand implements Runnable {

    private final Console console;

    @Mixin
    private final StackOptions options = new StackOptions();

    @Mixin
    private final PortOption ports = new PortOption();

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Stack stack = options.stack();
        StackState ready = new StackStart(stack, console).run(ports.base(stack));
        new Addresses(ready, stack.folder()).print(console);
    }
}
