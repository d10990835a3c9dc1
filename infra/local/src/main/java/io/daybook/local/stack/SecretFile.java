package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that a stack makes when it is first started, in a file that only its user reads. */
record SecretFile(Path file) {

    private static final int BYTES = 32;

    /**
     * The secret; made first where there is none yet, and whole or not at all.
     *
     * @param prefix stands before a new secret of 32 random bytes in Base64
     */
    String readOrMake(String prefix) {
        try {
            if (!Files.exists(file)) {
                make(prefix);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LocalStackException("Cannot keep a secret in " + file + ": " + e.getMessage(), e);
        }
    }

    private void make(String prefix) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path beside = file.resolveSibling(file.getFileName() + "-new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, prefix + Base64.getEncoder().encodeToString(secret));
        Files.move(beside, file);
    }
}
