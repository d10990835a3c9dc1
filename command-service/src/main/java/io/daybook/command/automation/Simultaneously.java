package io.daybook.command.automation;

import io.daybook.api.Command;
import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Commands;
import io.daybook.command.platform.Commands.Outcome;
import io.daybook.command.platform.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Sends the commands of automations: those for different aggregates at once, so that they share the store's
 * transactions, and all on threads of their own, since on the processor's thread they would be part of its unit of work
 * and keep their locks until its batch ends.
 */
@Component
final class Simultaneously {

    /** The most commands of all automations under way; more would only wait for the store in line. */
    private static final int LARGEST = 256;

    private final Commands commands;
    private final Semaphore places = new Semaphore(LARGEST);
    private final Executor threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("automation-", 0).factory());

    Simultaneously(Commands commands) {
        this.commands = commands;
    }

    /** Sends a command and waits for its outcome. */
    Outcome send(Command command, Cause cause) {
        return send(List.of(command), cause).getFirst();
    }

    /** Sends all commands and waits for all; answers in their order, or throws the first failure when all are done. */
    List<Outcome> send(List<? extends Command> all, Cause cause) {
        return await(all, command -> sendInPlace(command, cause));
    }

    /** As {@link #send(List, Cause)}, where a refusal with this code means that there is nothing to do. */
    void sendUnless(RejectionCode nothingToDo, List<? extends Command> all, Cause cause) {
        await(all, command -> {
            try {
                return sendInPlace(command, cause);
            } catch (Rejected rejected) {
                if (rejected.code() != nothingToDo) {
                    throw rejected;
                }
                return new Outcome(null, Optional.empty());
            }
        });
    }

    private List<Outcome> await(List<? extends Command> all, Function<Command, Outcome> send) {
        List<CompletableFuture<Outcome>> outcomes = all.stream()
                .map(command -> CompletableFuture.supplyAsync(() -> send.apply(command), threads))
                .toList();
        outcomes.forEach(outcome -> outcome.exceptionally(_ -> null).join());
        try {
            return outcomes.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException refusal ? refusal : failure;
        }
    }

    private Outcome sendInPlace(Command command, Cause cause) {
        places.acquireUninterruptibly();
        try {
            return commands.send(command, cause);
        } finally {
            places.release();
        }
    }
}
