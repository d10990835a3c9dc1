package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The secret that the stack's command service signs quotes with: made once, in a file that only its owner reads. */
final class QuoteSecret {

    private static final int BYTES = 32;

    private final Path file;

    QuoteSecret(StackFolder folder) {
        this.file = folder.quoteSecret();
    }

    /** Makes the secret where there is none yet. */
    void make() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(secret));
        } catch (FileAlreadyExistsException _) {
            // quotes of before a restart stay good
            return;
        } catch (IOException e) {
            throw new LocalStackException("Cannot write " + file, e);
        }
    }

    /** The secret as the service takes it; nothing where none was made. */
    Map<String, String> environment() {
        try {
            return Map.of("DAYBOOK_QUOTES_SECRET", Files.readString(file));
        } catch (NoSuchFileException _) {
            return Map.of();
        } catch (IOException e) {
            throw new LocalStackException("Cannot read " + file, e);
        }
    }
}
