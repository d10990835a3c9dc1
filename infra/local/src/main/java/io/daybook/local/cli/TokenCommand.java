package io.daybook.local.cli;

import io.daybook.local.LocalStackException;
import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackState;
import io.daybook.local.traffic.ClientCredentials;
import io.daybook.local.traffic.Services;
import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Prints an access token of the running stack, and nothing else:",
            "curl -H \"Authorization: Bearer $$(infra/daybook token)\" ..."
        })
final class TokenCommand implements Runnable {

    private final Console console;

    @Mixin
    private final StackOptions options = new StackOptions();

    @Option(
            names = "--client",
            paramLabel = "ID",
            defaultValue = "operator",
            description = "operator, shop, auditor, pricing-engine or analytics; ${DEFAULT-VALUE} unless told otherwise")
    private String client = "operator";

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            defaultValue = "",
            description = "scopes apart by blanks; all that the client may have unless told otherwise")
    private String scope = "";

    TokenCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Stack stack = options.stack();
        StackState state = stack.state()
                .orElseThrow(() -> new LocalStackException(
                        "There is no stack in " + stack.folder().root()));
        try {
            console.line(new ClientCredentials(
                            Services.authorization(state.portBase()),
                            client,
                            stack.folder().secrets(),
                            scope,
                            Clock.systemUTC())
                    .token());
        } catch (IOException e) {
            throw new LocalStackException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
