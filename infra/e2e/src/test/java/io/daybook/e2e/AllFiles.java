package io.daybook.e2e;

import io.daybook.testing.PlaintextSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every byte of every file below a folder: tables with their dead rows, the write-ahead log, topics, state stores,
 * logs.
 */
final class AllFiles {

    private static final int PIECE = 1 << 20;
    /** So many bytes of a piece are in the next one, too: no word, in any form, is longer. */
    private static final int OVERLAP = 256;

    private final Path folder;

    AllFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * What a search came to.
     *
     * @param bytes how many the files have that are not zero all over
     * @param findings the files in which a word is, by their paths below the folder
     */
    record Searched(int files, long bytes, Set<String> findings) {}

    Searched search(PlaintextSearch search) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> files =
                    paths.filter(Files::isRegularFile).filter(Files::isReadable).toList();
            Set<String> findings = new TreeSet<>();
            long bytes = 0;
            for (Path file : files) {
                bytes += search(file, search, findings);
            }
            return new Searched(files.size(), bytes, findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long search(Path file, PlaintextSearch search, Set<String> findings) throws IOException {
        long bytes = 0;
        byte[] piece = new byte[OVERLAP + PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            int length;
            while ((length = in.readNBytes(piece, OVERLAP, PIECE)) > 0) {
                byte[] all = Arrays.copyOf(piece, OVERLAP + length);
                if (!isZero(all)) {
                    bytes += length;
                    if (search.isIn(all)) {
                        findings.add(folder.relativize(file).toString());
                    }
                }
                System.arraycopy(all, length, piece, 0, OVERLAP);
            }
        }
        return bytes;
    }

    /** Kafka makes the files of its indexes large and empty. */
    private static boolean isZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
