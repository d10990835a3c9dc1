package io.daybook.command.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream by lines, each as soon as it is there, and keeps no more of it in memory than the longest line may
 * have.
 */
final class Lines {

    private static final int CHUNK = 16 * 1024;

    private final InputStream source;
    private final int longest;
    private final byte[] chunk = new byte[CHUNK];
    private int from;
    private int to;
    private long number;

    Lines(InputStream source, int longest) {
        this.source = source;
        this.longest = longest;
    }

    /** The next line that is not blank, or null at the end of the stream. */
    @Nullable Line next() throws IOException {
        while (from < to || fill()) {
            number++;
            Line line = read();
            if (line.isTooLong() || !line.isBlank()) {
                return line;
            }
        }
        return null;
    }

    private Line read() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        do {
            int end = from;
            while (end < to && chunk[end] != '\n') {
                end++;
            }
            tooLong |= text.size() + (end - from) > longest;
            if (!tooLong) {
                text.write(chunk, from, end - from);
            }
            boolean ended = end < to;
            from = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        } while (fill());
        return new Line(number, tooLong ? null : text.toByteArray());
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, source.read(chunk));
        return to > 0;
    }

    /**
     * A line of the stream.
     *
     * @param number counted from 1, blank ones too
     * @param text without its end; null where it is too long
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, byte @Nullable [] text) {

        boolean isTooLong() {
            return text == null;
        }

        /** In bytes; 0 where it is too long to be kept. */
        int length() {
            return text == null ? 0 : text.length;
        }

        private boolean isBlank() {
            if (text == null) {
                return false;
            }
            for (byte character : text) {
                if (character != ' ' && character != '\t' && character != '\r') {
                    return false;
                }
            }
            return true;
        }
    }
}
