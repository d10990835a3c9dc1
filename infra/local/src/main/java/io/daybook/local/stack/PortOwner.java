package io.daybook.local.stack;

import io.daybook.local.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who listens on a port, as far as Linux tells us: {@code /proc/net/tcp} names the socket, {@code /proc/PID/fd} its
 * holder.
 */
final class PortOwner {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** A sentence part such as {@code process 4711 (java -jar other.jar)}. */
    static Optional<String> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .flatMap(line -> listeningSocket(line, port).stream())
                .flatMap(socket -> holder(socket).stream())
                .findFirst()
                .map(PortOwner::describe);
    }

    /** The socket's inode: field 1 is the local address, 3 the state, 9 the inode. */
    private static Optional<String> listeningSocket(String line, int port) {
        List<String> fields = List.of(BLANKS.split(line.strip()));
        boolean listens = fields.size() > 9
                && fields.get(3).equals(LISTENING)
                && fields.get(1).endsWith(":%04X".formatted(port));
        return listens ? Optional.of("socket:[" + fields.get(9) + "]") : Optional.empty();
    }

    private static Optional<ProcessHandle> holder(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return files.anyMatch(file -> pointsTo(file, socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String describe(ProcessHandle process) {
        String line = CommandLines.of(process);
        return "process %d (%s)".formatted(process.pid(), line.length() > 80 ? line.substring(0, 80) + "…" : line);
    }
}
