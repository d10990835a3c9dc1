package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import io.daybook.notary.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The key that the stack's notary signs with: made once, in a file that only its owner reads; and its public key beside
 * the data.
 */
final class NotaryKey {

    private static final String ORIGIN = "daybook.local/events";

    private final StackFolder folder;

    NotaryKey(StackFolder folder) {
        this.folder = folder;
    }

    /** Makes the key where there is none yet; what was signed before a restart stays good. */
    void make() {
        Path file = folder.notaryKey();
        try {
            if (!Files.exists(file)) {
                write(file, SigningKey.generate(ORIGIN).pem());
            }
            Files.createDirectories(folder.notaryVerifier().getParent());
            SigningKey key = SigningKey.ofPem(ORIGIN, Files.readString(file));
            Files.writeString(folder.notaryVerifier(), key.verifier().toString() + '\n');
        } catch (IOException e) {
            throw new LocalStackException("Cannot keep the notary's key in " + file + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String pem) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path beside = file.resolveSibling(file.getFileName() + "-new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, pem);
        Files.move(beside, file);
    }

    /** The key as the service takes it, and where it puts checkpoints; nothing where none was made. */
    Map<String, String> environment() {
        return Files.exists(folder.notaryKey())
                ? Map.of(
                        "DAYBOOK_NOTARY_ORIGIN", ORIGIN,
                        "DAYBOOK_NOTARY_KEYFILE", folder.notaryKey().toString(),
                        "DAYBOOK_NOTARY_CHECKPOINTFILE", folder.checkpoints().toString())
                : Map.of();
    }
}
