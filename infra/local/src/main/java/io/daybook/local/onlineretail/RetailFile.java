package io.daybook.local.onlineretail;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The file, plain or gzip, read as a stream of rows. */
final class RetailFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final long size;
    private final Counting bytes;
    private final BufferedReader reader;
    private final RecordLines records;

    private RetailFile(long size, Counting bytes, BufferedReader reader) {
        this.size = size;
        this.bytes = bytes;
        this.reader = reader;
        this.records = new RecordLines(reader);
    }

    /** Opens the file and checks that it is one of these; throws {@link NotARetailFile} where it is not. */
    static RetailFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NotARetailFile(path, "there is no such file");
        }
        Counting bytes = new Counting(Files.newInputStream(path));
        try {
            InputStream content = decompressed(new BufferedInputStream(bytes, BUFFER));
            BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8), BUFFER);
            RetailFile file = new RetailFile(Files.size(path), bytes, reader);
            file.readHeader(path);
            return file;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static InputStream decompressed(BufferedInputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    private void readHeader(Path path) throws IOException {
        RecordLines.TextRecord header = records.next();
        String text = header == null ? "" : header.text();
        try {
            String bare = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
            if (RowParser.fields(bare).equals(RowParser.HEADER)) {
                return;
            }
        } catch (RowParser.Unreadable e) {
            throw new NotARetailFile(path, e.reason());
        }
        throw new NotARetailFile(path, "its first line is not " + String.join(",", RowParser.HEADER));
    }

    /** The next row; null at the end of the file. Blank lines are no rows. */
    @Nullable Row next() throws IOException {
        RecordLines.TextRecord text = records.next();
        while (text != null && text.text().isBlank()) {
            text = records.next();
        }
        return text == null ? null : RowParser.parse(text);
    }

    /** How much of the file has been read, in percent. */
    int percent() {
        return size == 0 ? 100 : (int) (100 * bytes.count / size);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Counting extends FilterInputStream {
        private volatile long count;

        private Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count = read < 0 ? count : count + 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count = read < 0 ? count : count + read;
            return read;
        }
    }
}
