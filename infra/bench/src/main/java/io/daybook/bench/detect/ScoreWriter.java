package io.daybook.bench.detect;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes {@code timestamp,value,anomaly_score}; timestamps and values as they were read. */
final class ScoreWriter {

    private final Writer out;

    ScoreWriter(Writer out) throws IOException {
        this.out = new BufferedWriter(out, 1 << 16);
        this.out.write("timestamp,value,anomaly_score\n");
    }

    void write(Finding row) throws IOException {
        out.write(row.sample().timestamp());
        out.write(',');
        out.write(row.sample().text());
        out.write(',');
        out.write(Double.toString(Math.round(row.verdict().score() * 1e9) / 1e9));
        out.write('\n');
    }

    void flush() throws IOException {
        out.flush();
    }
}
