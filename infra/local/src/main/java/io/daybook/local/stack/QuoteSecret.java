package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** The secret that the stack's command service signs quotes with: made once, in a file that only its owner reads. */
final class QuoteSecret {

    private final Path file;

    QuoteSecret(StackFolder folder) {
        this.file = folder.quoteSecret();
    }

    /** Makes the secret where there is none yet; quotes of before a restart stay good. */
    void make() {
        new SecretFile(file).readOrMake("");
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
