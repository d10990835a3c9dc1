package io.daybook.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;

/** The terminal: the only class that writes to it or reads from it. */
final class Console {

    private final PrintStream out = System.out;

    void line(String format, Object... arguments) {
        out.printf(format, arguments);
        out.println();
        out.flush();
    }

    void blank() {
        out.println();
    }

    void problem(String message) {
        System.err.println(message);
    }

    PrintStream stream() {
        return out;
    }

    /** Anything but a clear yes is a no. */
    boolean confirms(String question) {
        out.print(question + " [y/N] ");
        out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
