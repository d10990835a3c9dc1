package io.daybook.notary;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The events of an export, one after another, for whoever wants to work with them. Each is as it was written and fits
 * its hash; whether that was sealed, {@link ExportVerifier} tells. Memory is constant.
 */
public final class ExportedEvents {

    private static final int BUFFER = 1 << 20;

    private ExportedEvents() {}

    /**
     * Hands over every event, from position 1 on without a gap.
     *
     * @throws IOException where it cannot be read, or is no whole export; with a message that says where
     */
    public static void read(InputStream export, Consumer<EventRecord> each) throws IOException {
        ExportReader reader = new ExportReader(new BufferedInputStream(export, BUFFER));
        if (!reader.readHeader()) {
            throw new IOException("The file does not begin as an export of version 1 does");
        }
        TreeHasher hasher = new TreeHasher();
        long position = 1;
        while (!reader.isOver()) {
            Block block = reader.next(position);
            for (ExportRecord found : block.events()) {
                each.accept(checked(found, position, hasher));
                position++;
            }
            Finding problem = block.problem();
            if (problem != null) {
                throw new IOException(problem.words());
            }
        }
    }

    private static EventRecord checked(ExportRecord found, long position, TreeHasher hasher) throws IOException {
        if (found.isWhole() && found.firstNumber() == position) {
            EventRecord event = found.event();
            if (Arrays.equals(event.expectedHash(hasher), event.hash())) {
                return event;
            }
        }
        throw new IOException(
                "The event at position %d, at byte %d, is not as it was exported".formatted(position, found.offset()));
    }
}
