package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The supervisor's own process. Ends on SIGTERM, after everything it owns has ended. */
public final class SupervisorMain {

    private SupervisorMain() {}

    /** Arguments: the state folder, the first port, the folder of the repository. */
    public static void main(String[] arguments) throws InterruptedException {
        StackFolder folder = new StackFolder(Path.of(arguments[0]));
        int portBase = Integer.parseInt(arguments[1]);
        Path home = Path.of(arguments[2]);
        Optional<SupervisorLock> lock = SupervisorLock.tryTake(folder);
        if (lock.isEmpty()) {
            throw new LocalStackException("Another supervisor already works on " + folder.root());
        }
        lock.get().sign();
        supervise(folder, portBase, home);
    }

    private static void supervise(StackFolder folder, int portBase, Path home) throws InterruptedException {
        StackBoard board = new StackBoard(new StackStateFile(folder), portBase, Clock.systemUTC());
        new QuoteSecret(folder).make();
        new NotaryKey(folder).make();
        String masterKeys = new MasterKeyFile(folder).readOrCreate();
        StackServers servers = new StackServers(folder, portBase, home, masterKeys);
        Supervisor supervisor = new Supervisor(servers.all(), board, folder, portBase);
        CountDownLatch forever = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        try {
            supervisor.start();
            forever.await();
        } catch (LocalStackException e) {
            board.giveUp(String.valueOf(e.getMessage()));
            System.exit(1);
        }
    }
}
