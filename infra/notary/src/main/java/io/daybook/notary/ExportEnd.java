package io.daybook.notary;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an export says at its end.
 *
 * @param events how many it has
 * @param checkpoints how many it has
 */
public record ExportEnd(long events, long checkpoints) {

    private static final int BYTES = ExportFormat.HEAD_BYTES + 2 * Long.BYTES + ExportFormat.CHECK_BYTES;

    /**
     * The end of a file; empty where it is no whole export. Whether that is in order is for the verifier to find out.
     */
    public static Optional<ExportEnd> of(Path file) throws IOException {
        try (RandomAccessFile export = new RandomAccessFile(file.toFile(), "r")) {
            if (export.length() < ExportFormat.HEADER.length + BYTES) {
                return Optional.empty();
            }
            byte[] bytes = new byte[BYTES];
            export.seek(export.length() - BYTES);
            export.readFully(bytes);
            ExportRecord end = new ExportRecord(export.length() - BYTES, bytes);
            return end.kind() == ExportFormat.END && end.isWhole()
                    ? Optional.of(
                            new ExportEnd(end.body().getLong(0), end.body().getLong(Long.BYTES)))
                    : Optional.empty();
        }
    }
}
