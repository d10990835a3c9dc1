package io.daybook.analytics.activity;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads a stream by lines, where they lie in its buffer, which never grows beyond the longest line that is allowed. The
 * line read last stands in {@link #buffer()}, from {@link #start()}, until the next is asked for.
 */
final class Lines {

    private static final int FIRST_BUFFER = 64 * 1024;

    private final InputStream source;
    private final int longest;
    private byte[] buffer;
    private int filled;
    private int next;
    private int start;
    private int length;
    private long number;
    private boolean tooLong;
    private boolean ended;

    Lines(InputStream source, int longest) {
        this.source = source;
        this.longest = longest;
        this.buffer = new byte[Math.min(FIRST_BUFFER, longest + 1)];
    }

    /** Goes to the next line that is not blank; false at the end of the stream. */
    boolean advance() throws IOException {
        while (read()) {
            number++;
            if (tooLong || !isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean read() throws IOException {
        tooLong = false;
        int scanned = next;
        while (true) {
            int end = endOfLine(scanned);
            if (end >= 0) {
                take(end, end + 1);
                return true;
            }
            scanned = filled;
            if (ended) {
                boolean rest = next < filled || tooLong;
                take(filled, filled);
                return rest;
            }
            if (filled - next > longest) {
                tooLong = true;
                next = filled;
            }
            scanned -= makeSpace();
            fill();
        }
    }

    private void take(int end, int following) {
        start = next;
        length = end - next;
        tooLong |= length > longest;
        next = following;
    }

    private int endOfLine(int from) {
        for (int at = from; at < filled; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Moves what is left of the buffer to its beginning, or has it grow; returns how far it was moved. */
    private int makeSpace() {
        int moved = next;
        if (moved > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= moved;
            next = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, longest + 1L));
        }
        return moved;
    }

    private void fill() throws IOException {
        int count = source.read(buffer, filled, buffer.length - filled);
        ended = count < 0;
        filled += Math.max(0, count);
    }

    /** Whether the next line is there already, without waiting for the stream. */
    boolean hasMore() {
        return endOfLine(next) >= 0;
    }

    /** Counted from 1, blank lines too. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    private boolean isBlank() {
        for (int at = start; at < start + length; at++) {
            if (buffer[at] != ' ' && buffer[at] != '\t' && buffer[at] != '\r') {
                return false;
            }
        }
        return true;
    }
}
