package io.daybook.local.traffic;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Waits until the whole system has taken in every event. Automations write new events from events, so it is over only
 * when the head stands still from one look to the next and nobody is behind.
 */
public final class Settlement {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final StandingReader reader;
    private final Duration giveUpAfter;

    /** @param giveUpAfter how long nothing at all may move before it gives up */
    public Settlement(StandingReader reader, Duration giveUpAfter) {
        this.reader = reader;
        this.giveUpAfter = giveUpAfter;
    }

    /** When, in nanoseconds from the start of waiting, each stage was last seen behind. */
    public record Result(boolean settled, Standing last, long commandNanos, long queryNanos, long analyticsNanos) {}

    public Result await(Consumer<Standing> watcher) throws InterruptedException {
        long start = System.nanoTime();
        long moved = start;
        long command = 0;
        long query = 0;
        long analytics = 0;
        Standing before = reader.read();
        while (true) {
            Thread.sleep(BETWEEN_LOOKS);
            Standing now = reader.read();
            watcher.accept(now);
            long elapsed = System.nanoTime() - start;
            command = now.commandLag() == 0 && now.head() == before.head() ? command : elapsed;
            query = now.queryLag() == 0 && now.head() == before.head() ? query : elapsed;
            analytics = now.analyticsLag() == 0 && now.head() == before.head() ? analytics : elapsed;
            if (now.settled() && now.equals(before)) {
                return new Result(true, now, command, query, analytics);
            }
            if (!now.equals(before)) {
                moved = System.nanoTime();
            }
            if (System.nanoTime() - moved > giveUpAfter.toNanos()) {
                return new Result(false, now, command, query, analytics);
            }
            before = now;
        }
    }
}
