package io.daybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.local.LocalServer;
import io.daybook.local.LocalStackException;
import io.daybook.local.stack.ProcessState.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {

    @TempDir
    private Path root;

    private StackFolder folder = new StackFolder(Path.of("."));
    private StackBoard board = board();

    @BeforeEach
    void useTheFolder() {
        folder = new StackFolder(root);
        board = board();
    }

    @Test
    void triesAgainUntilTheServerStarts() {
        Sleeper server = new Sleeper(2);
        Keeper keeper = new Keeper(StackProcess.KAFKA, server, List.of(), board);
        keeper.launch();

        await().until(() -> state(StackProcess.KAFKA).isReady());
        assertThat(state(StackProcess.KAFKA).restarts()).isEqualTo(2);
        assertThat(state(StackProcess.KAFKA).note()).isEqualTo("not today");
        end(keeper);
        assertThat(server.process()).isEmpty();
    }

    @Test
    void startsAServerOnlyAfterThoseItNeeds() {
        Sleeper needed = new Sleeper(1);
        Sleeper needing = new Sleeper(0);
        Keeper first = new Keeper(StackProcess.POSTGRESQL, needed, List.of(), board);
        Keeper second = new Keeper(StackProcess.COMMAND_SERVICE, needing, List.of(first), board);
        second.launch();
        first.launch();

        await().until(() -> state(StackProcess.COMMAND_SERVICE).isReady());
        assertThat(state(StackProcess.POSTGRESQL).isReady()).isTrue();
        end(second);
        end(first);
    }

    @Test
    void stopsAServerThatNeverGotItsTurn() {
        Keeper never = new Keeper(StackProcess.POSTGRESQL, new Sleeper(0), List.of(), board);
        Sleeper waiting = new Sleeper(0);
        Keeper keeper = new Keeper(StackProcess.COMMAND_SERVICE, waiting, List.of(never), board);
        keeper.launch();

        end(keeper);

        assertThat(waiting.starts.get()).isZero();
        assertThat(state(StackProcess.COMMAND_SERVICE).phase()).isEqualTo(Phase.STOPPED);
    }

    private static void end(Keeper keeper) {
        keeper.requestStop();
        keeper.awaitStopped();
    }

    private StackBoard board() {
        return new StackBoard(new StackStateFile(folder), 8081, Clock.systemUTC());
    }

    private ProcessState state(StackProcess process) {
        return new StackStateFile(folder).read().map(state -> state.of(process)).orElseThrow();
    }

    /** A real process that sleeps, after a number of failed starts. */
    private static final class Sleeper implements LocalServer {

        private final int failures;
        private final AtomicInteger starts = new AtomicInteger();
        private volatile @Nullable Process process;

        Sleeper(int failures) {
            this.failures = failures;
        }

        @Override
        public void start() {
            if (starts.getAndIncrement() < failures) {
                throw new LocalStackException("not today");
            }
            try {
                process = new ProcessBuilder("sleep", "600").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            process().ifPresent(ProcessHandle::destroyForcibly);
            process = null;
        }

        @Override
        public void stopLeftover() {
            stop();
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.ofNullable(process).map(Process::toHandle);
        }
    }
}
