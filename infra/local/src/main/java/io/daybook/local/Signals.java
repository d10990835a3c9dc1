package io.daybook.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What one may do to a process that runs: ask it to end, and end it. */
public final class Signals {

    private Signals() {}

    /**
     * Sends SIGINT, which the JDK cannot: to PostgreSQL it is the fast shutdown, SIGTERM would wait for its clients.
     */
    public static void interrupt(ProcessHandle handle) {
        try {
            int exit = new ProcessBuilder("/bin/sh", "-c", "kill -INT " + handle.pid())
                    .start()
                    .waitFor();
            if (exit != 0 && handle.isAlive()) {
                throw new LocalStackException("No permission to stop process " + handle.pid());
            }
        } catch (IOException e) {
            throw new LocalStackException("Cannot signal process " + handle.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while signalling process " + handle.pid(), e);
        }
    }

    /** Kills a process and all below it at once and returns when they are gone. */
    public static void killNine(ProcessHandle handle) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(handle), handle.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> awaitExit(member, Duration.ofSeconds(10)));
    }

    /** Lets a moment pass before the next look at something outside this process. */
    public static void pause(Duration moment) {
        try {
            Thread.sleep(moment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting", e);
        }
    }

    public static boolean awaitExit(ProcessHandle handle, Duration limit) {
        try {
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new LocalStackException("Cannot watch process " + handle.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for process " + handle.pid(), e);
        }
    }
}
