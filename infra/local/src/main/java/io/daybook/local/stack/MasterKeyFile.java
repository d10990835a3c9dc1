package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The master keys of the customers' data, made when a stack is first started and readable by its user alone. */
final class MasterKeyFile {

    private static final int KEY_BYTES = 32;

    private final Path file;

    MasterKeyFile(StackFolder folder) {
        this.file = folder.masterKeys();
    }

    /** The keys as the services take them: {@code name:base64}, the current one first, separated by commas. */
    String readOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LocalStackException("Cannot keep the master keys in " + file + ": " + e.getMessage(), e);
        }
    }

    private void create() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path beside = file.resolveSibling(file.getFileName() + "-new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, "local:" + Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(beside, file);
    }
}
