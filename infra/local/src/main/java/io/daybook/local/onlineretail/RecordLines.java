package io.daybook.local.onlineretail;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a file together to records: a record goes on while a quote is open. A quote that is never closed
 * does not swallow the file: after a bounded number of lines its first line stands alone, and reading goes on at the
 * next.
 */
final class RecordLines {

    private static final int LONGEST = 20;

    /** The text of one record and the line on which it starts. */
    record TextRecord(long line, String text) {}

    private final BufferedReader source;
    private final Deque<String> pushedBack = new ArrayDeque<>();
    private long line;

    RecordLines(BufferedReader source) {
        this.source = source;
    }

    @Nullable TextRecord next() throws IOException {
        String first = read();
        if (first == null) {
            return null;
        }
        long start = line;
        if (quotesPair(first)) {
            return new TextRecord(start, first);
        }
        Deque<String> following = new ArrayDeque<>();
        StringBuilder text = new StringBuilder(first);
        String more;
        while (following.size() < LONGEST && (more = read()) != null) {
            following.addLast(more);
            text.append('\n').append(more);
            if (!quotesPair(more)) {
                return new TextRecord(start, text.toString());
            }
        }
        pushBack(following);
        return new TextRecord(start, first);
    }

    private void pushBack(Deque<String> lines) {
        line -= lines.size();
        lines.descendingIterator().forEachRemaining(pushedBack::addFirst);
    }

    private @Nullable String read() throws IOException {
        String text = pushedBack.isEmpty() ? source.readLine() : pushedBack.removeFirst();
        if (text != null) {
            line++;
        }
        return text;
    }

    static boolean quotesPair(String text) {
        boolean pair = true;
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
            pair = !pair;
        }
        return pair;
    }
}
