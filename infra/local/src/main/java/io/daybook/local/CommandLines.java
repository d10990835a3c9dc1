package io.daybook.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a process is the one we think it is, since the system hands out process ids again. */
public final class CommandLines {

    private CommandLines() {}

    public static boolean mentions(ProcessHandle handle, String argument) {
        return handle.isAlive() && of(handle).contains(argument);
    }

    public static String of(ProcessHandle handle) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(handle.pid()), "cmdline"));
            return new String(line, StandardCharsets.UTF_8).replace('\0', ' ').strip();
        } catch (IOException e) {
            return handle.info().commandLine().orElse("");
        }
    }
}
