package io.daybook.bench.pricing;

import io.daybook.bench.Report;
import io.daybook.local.Folders;
import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackFolder;
import io.daybook.local.stack.StackState;
import io.daybook.local.traffic.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** From an order to the price that it moves, through all services of a stack of its own. */
public final class LiveRounds {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    /** A window ends with each sale, so that each sale is decided by. */
    private static final Map<String, String> EACH_SALE = Map.of("DAYBOOK_ANALYTICS_PRICING_WINDOW", "PT0S");

    private final Report report;
    private final Path home;

    public LiveRounds(Report report, Path home) {
        this.report = report;
        this.home = home;
    }

    /**
     * Runs.
     *
     * @param warmUp SKUs whose sales do not count
     * @param counted SKUs whose sales do
     */
    public void run(int portBase, int warmUp, int counted) {
        Stack stack = new Stack(new StackFolder(folder()), home);
        Thread atExit = new Thread(stack::stop, "stop-the-stack");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            stack.launch(portBase, EACH_SALE);
            awaitReady(stack);
            MovedPrices prices = new MovedPrices(
                    Services.local(portBase, "operator", stack.folder().secrets()));
            prices.run("WARM", warmUp);
            LiveResult result = prices.run("SKU", counted);
            result.print(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stack.stop();
            Runtime.getRuntime().removeShutdownHook(atExit);
            Folders.delete(stack.folder().root());
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("daybook-live-");
            // PostgreSQL may run as another user
            folder.toFile().setReadable(true, false);
            folder.toFile().setExecutable(true, false);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Stack stack) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (stack.state().filter(StackState::isReady).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The stack is not ready in " + START_LIMIT + ": " + stack.state());
            }
            Thread.sleep(100);
        }
    }
}
