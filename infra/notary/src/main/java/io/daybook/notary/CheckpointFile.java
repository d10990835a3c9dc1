package io.daybook.notary;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file to which the checkpoints of a log are added, one note after another: what a witness keeps apart from the log,
 * so that whoever rewrites the log and everything beside it is found out.
 */
public final class CheckpointFile {

    private static final int TAIL_BYTES = 1 << 16;
    private static final String DASH = "\u2014 ";

    private final Path file;

    public CheckpointFile(Path file) {
        this.file = file;
    }

    /** Adds checkpoints; on return they are durable. */
    public void add(List<String> notes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(String.join("", notes).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * The note that was added last; empty where there is none.
     *
     * @throws InvalidNote where the file ends in something else
     */
    public Optional<String> last() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> notes = notes(tail());
        return notes.isEmpty() ? Optional.empty() : Optional.of(notes.getLast());
    }

    /** All notes, in the order in which they were added. */
    public List<String> all() throws IOException {
        return notes(Files.readString(file));
    }

    private String tail() throws IOException {
        try (RandomAccessFile tail = new RandomAccessFile(file.toFile(), "r")) {
            long begin = Math.max(0, tail.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (tail.length() - begin)];
            tail.seek(begin);
            tail.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            // what it begins in the middle of is no note; another begins behind the next signature
            int whole = begin == 0 ? 0 : text.indexOf('\n', text.indexOf(DASH)) + 1;
            return text.substring(whole);
        }
    }

    private static List<String> notes(String text) {
        List<String> notes = new ArrayList<>();
        StringBuilder note = new StringBuilder();
        boolean signed = false;
        for (String line : text.split("(?<=\n)", -1)) {
            if (signed && !line.startsWith(DASH)) {
                notes.add(note.toString());
                note.setLength(0);
            }
            signed = line.startsWith(DASH);
            note.append(line);
        }
        if (!note.isEmpty()) {
            notes.add(note.toString());
        }
        return notes;
    }
}
