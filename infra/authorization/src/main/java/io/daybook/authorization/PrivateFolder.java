package io.daybook.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** A folder of secrets that nobody but its owner can look into. */
record PrivateFolder(Path root) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** What a file says; where there is none yet, one is made first. Refuses a file that others can read. */
    String readOrMake(String name, Supplier<String> content) {
        Path file = root.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file, content.get());
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!OWNER_ONLY.containsAll(permissions)) {
                throw new IllegalStateException("%s holds a secret and has the mode %s: chmod 600 it"
                        .formatted(file, PosixFilePermissions.toString(permissions)));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a secret in " + file, e);
        }
    }

    /** Whole or not at all: a server that dies here leaves no half of a key. */
    private void make(Path file, String content) throws IOException {
        Files.createDirectories(root, FOLDER);
        Path half = Files.createTempFile(root, file.getFileName().toString(), ".new", FILE);
        Files.write(half, (content + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
