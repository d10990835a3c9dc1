package io.daybook.local.stack;

import io.daybook.local.LocalServer;
import io.daybook.local.LocalStackException;
import io.daybook.local.stack.ProcessState.Phase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one process up, on a thread of its own: starts it when those it needs are ready, and again when it dies, with a
 * growing pause while it keeps dying.
 */
final class Keeper implements Runnable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STABLE = Duration.ofSeconds(30);

    private final StackProcess process;
    private final LocalServer server;
    private final List<Keeper> needed;
    private final StackBoard board;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private volatile Runnable whenReady = () -> {};
    private Duration pause = FIRST_PAUSE;

    Keeper(StackProcess process, LocalServer server, List<Keeper> needed, StackBoard board) {
        this.process = process;
        this.server = server;
        this.needed = List.copyOf(needed);
        this.board = board;
    }

    void launch() {
        Thread.ofPlatform().name(process.title()).start(this);
    }

    void whenReady(Runnable next) {
        whenReady = next;
    }

    /** Asks for the end; a service that is still starting is told at once. */
    void requestStop() {
        stop.complete(null);
        if (process.isService()) {
            server.process().ifPresent(ProcessHandle::destroy);
        }
    }

    void awaitStopped() {
        stopped.join();
    }

    @Override
    public void run() {
        try {
            awaitOrStop(CompletableFuture.allOf(
                    needed.stream().map(keeper -> keeper.ready).toArray(CompletableFuture<?>[]::new)));
            while (!stop.isDone()) {
                keepUpOnce();
            }
            board.enter(process, Phase.STOPPING, pid(), "");
            server.stop();
            board.enter(process, Phase.STOPPED, 0, "");
        } finally {
            stopped.complete(null);
        }
    }

    private void keepUpOnce() {
        long begin = System.nanoTime();
        String end = startAndWatch();
        if (stop.isDone()) {
            return;
        }
        boolean stable = System.nanoTime() - begin > STABLE.toNanos();
        pause = stable ? FIRST_PAUSE : pause;
        board.restarting(process, end);
        awaitOrStop(new CompletableFuture<Void>().completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS));
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    }

    /** Returns how the process came to its end. */
    private String startAndWatch() {
        board.enter(process, Phase.STARTING, 0, "");
        try {
            server.start();
        } catch (LocalStackException e) {
            server.stop();
            return String.valueOf(e.getMessage());
        }
        ProcessHandle handle = server.process().orElseThrow();
        board.enter(process, Phase.READY, handle.pid(), "");
        whenReady.run();
        ready.complete(null);
        awaitOrStop(handle.onExit());
        return "Process " + handle.pid() + " died";
    }

    private void awaitOrStop(CompletableFuture<?> event) {
        CompletableFuture.anyOf(event, stop).join();
    }

    private long pid() {
        return server.process().map(ProcessHandle::pid).orElse(0L);
    }
}
