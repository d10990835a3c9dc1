package io.daybook.local.traffic;

import java.io.Console;
import java.io.PrintWriter;

/** One line that is drawn again and again on a terminal, and now and then elsewhere (a log file, a pipe). */
public final class ProgressLine {

    private static final long BETWEEN_PLAIN_LINES = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private int drawn;
    private long lastPlain = System.nanoTime();

    public ProgressLine(PrintWriter out) {
        this.out = out;
        this.terminal = isTerminal();
    }

    // The check knows JDK 22 to 24; from 25 on there is no console again where the output is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Shows where things stand. */
    public synchronized void draw(String text) {
        if (terminal) {
            out.print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
            drawn = text.length();
            out.flush();
            return;
        }
        if (System.nanoTime() - lastPlain > BETWEEN_PLAIN_LINES) {
            lastPlain = System.nanoTime();
            out.println(text);
            out.flush();
        }
    }

    /** Leaves a line standing. */
    public synchronized void say(String text) {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
        out.println(text);
        out.flush();
    }
}
