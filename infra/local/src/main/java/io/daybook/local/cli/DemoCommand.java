package io.daybook.local.cli;

import io.daybook.local.demo.SimulatedShop;
import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackState;
import io.daybook.local.traffic.Services;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts everything, opens a small simulated shop in it, and says what to try.")
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StackOptions options = new StackOptions();

    @Mixin
    private final PortOption ports = new PortOption();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Stack stack = options.stack();
        StackState ready = new StackStart(stack, console).run(ports.base(stack));
        console.blank();
        SimulatedShop shop = new SimulatedShop(
                Services.local(ready.portBase(), "shop", stack.folder().secrets()), console.writer());
        boolean complete = shop.open();
        console.blank();
        shop.guide().lines().forEach(console::line);
        new Addresses(ready, stack.folder()).print(console);
        return complete ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
