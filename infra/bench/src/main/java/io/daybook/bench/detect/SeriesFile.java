package io.daybook.bench.detect;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of {@code timestamp,value}, plain or gzip, read row by row. The header names the two columns, in any order
 * and among others; quoted fields must not hold commas. A value that is empty, NaN, NA or null is missing.
 */
final class SeriesFile implements AutoCloseable {

    private static final Set<String> MISSING = Set.of("", "nan", "na", "null", "none");

    private final BufferedReader reader;
    private final int timestamps;
    private final int values;
    private long line = 1;

    private SeriesFile(BufferedReader reader, List<String> header) throws UnreadableSeries {
        this.reader = reader;
        this.timestamps = header.indexOf("timestamp");
        this.values = header.indexOf("value");
        if (timestamps < 0 || values < 0) {
            throw new UnreadableSeries(
                    1, "the header must name the columns timestamp and value, and is " + String.join(",", header));
        }
    }

    static SeriesFile open(Path path) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(decompressed(raw), StandardCharsets.UTF_8), 1 << 16);
            String header = reader.readLine();
            if (header == null) {
                throw new UnreadableSeries(1, "the file is empty; its header should be timestamp,value");
            }
            return new SeriesFile(reader, fields(header.replace("\uFEFF", "").toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream decompressed(BufferedInputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    /** The next row; null at the end of the file. Blank lines are no rows. */
    @Nullable Sample next() throws IOException {
        String text = reader.readLine();
        line++;
        while (text != null && text.isBlank()) {
            text = reader.readLine();
            line++;
        }
        return text == null ? null : sample(fields(text));
    }

    private Sample sample(List<String> fields) throws UnreadableSeries {
        if (fields.size() <= Math.max(timestamps, values)) {
            throw new UnreadableSeries(line, "%d fields where the header has more".formatted(fields.size()));
        }
        String timestamp = fields.get(timestamps);
        long epochSecond = TimestampText.epochSecond(timestamp)
                .orElseThrow(() -> new UnreadableSeries(line, "'%s' is no timestamp".formatted(timestamp)));
        return new Sample(timestamp, fields.get(values), epochSecond, value(fields.get(values)));
    }

    private double value(String text) throws UnreadableSeries {
        if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UnreadableSeries(line, "'%s' is no number".formatted(text));
        }
    }

    private static List<String> fields(String text) {
        return Stream.of(text.split(",", -1)).map(SeriesFile::bare).toList();
    }

    private static String bare(String field) {
        String text = field.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
