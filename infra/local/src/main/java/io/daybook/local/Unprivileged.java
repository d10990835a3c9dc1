package io.daybook.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start a program that refuses to run as root, as PostgreSQL does.
 *
 * <p>Root enters a user namespace, where it has no name; where the machine does not allow that, it drops to the user
 * {@code nobody}, who must then own the data. Anyone else just runs the program.
 */
enum Unprivileged {
    AS_WE_ARE(""),
    IN_A_USER_NAMESPACE("unshare --user"),
    AS_NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private final String prefix;

    Unprivileged(String prefix) {
        this.prefix = prefix;
    }

    static Unprivileged ofThisMachine() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_WE_ARE;
        }
        for (Unprivileged way : List.of(IN_A_USER_NAMESPACE, AS_NOBODY)) {
            if (succeeds(way.command(List.of("true")))) {
                return way;
            }
        }
        throw new LocalStackException(
                "PostgreSQL does not run as root, and neither unshare nor setpriv works here: use another user");
    }

    List<String> command(List<String> program) {
        List<String> command = prefix.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(prefix.split(" ")));
        command.addAll(program);
        return command;
    }

    /** Hands a folder over where the program runs as another user. */
    void handOver(Path folder) {
        if (this == AS_NOBODY && !succeeds(List.of("chown", "-R", "65534:65534", folder.toString()))) {
            throw new LocalStackException("Cannot give " + folder + " to the user nobody");
        }
    }

    /** A folder for programs that the program's user can reach. */
    Path cache() {
        Path home = Path.of(System.getProperty("user.home"));
        boolean reachable = this != AS_NOBODY && Files.isWritable(home);
        return reachable
                ? home.resolve(".cache").resolve("daybook")
                : Path.of(System.getProperty("java.io.tmpdir"), "daybook-" + System.getProperty("user.name"));
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
