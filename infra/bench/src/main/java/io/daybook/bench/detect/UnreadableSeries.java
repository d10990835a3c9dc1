package io.daybook.bench.detect;

import java.io.IOException;

/** A file that is not a series, with the line that says so. */
final class UnreadableSeries extends IOException {

    UnreadableSeries(long line, String reason) {
        super("line %d: %s".formatted(line, reason));
    }
}
