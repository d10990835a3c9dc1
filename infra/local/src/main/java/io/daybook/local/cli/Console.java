package io.daybook.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;

/** The terminal: the only class that writes to it or reads from it. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter problems;

    Console(PrintWriter out, PrintWriter problems) {
        this.out = out;
        this.problems = problems;
    }

    static Console ofThisProcess() {
        return new Console(writer(System.out), writer(System.err));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    void line(String text) {
        out.println(text);
    }

    void blank() {
        out.println();
    }

    void problem(String message) {
        problems.println(message);
    }

    PrintWriter writer() {
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
