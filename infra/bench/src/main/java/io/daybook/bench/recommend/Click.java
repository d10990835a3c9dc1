package io.daybook.bench.recommend;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A line of a file of clicks: a session looked at an item. */
public record Click(String session, String item, Instant at) {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final double MILLIS = 1_000;

    /**
     * The clicks of a file in the order of their times, those of one time as in the file. Its header names the columns
     * {@code SessionId}, {@code ItemId} and {@code Time} (seconds since 1970) in any order, apart by tabs or commas,
     * without quotes.
     */
    public static List<Click> read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            if (header == null) {
                throw new IOException(file + " is empty");
            }
            String separator = header.contains("\t") ? "\t" : ",";
            List<String> names = Arrays.stream(header.split(separator))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            int session = column(names, "sessionid", file);
            int item = column(names, "itemid", file);
            int time = column(names, "time", file);
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(separator))
                    .map(fields -> new Click(fields[session], fields[item], time(fields[time])))
                    .sorted(Comparator.comparing(Click::at))
                    .toList();
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        int magic = (bytes.read() << Byte.SIZE) | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(bytes) : bytes;
    }

    private static int column(List<String> names, String name, Path file) throws IOException {
        if (!names.contains(name)) {
            throw new IOException(file + " has no column " + name + ": its header is " + names);
        }
        return names.indexOf(name);
    }

    private static Instant time(String seconds) {
        return Instant.ofEpochMilli(Math.round(Double.parseDouble(seconds) * MILLIS));
    }
}
