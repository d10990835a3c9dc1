package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code stack.json}: written by the supervisor alone, whole or not at all, read by everybody. */
public final class StackStateFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    public StackStateFile(StackFolder folder) {
        this.file = folder.state();
    }

    /** The last state written, if there ever was one. */
    public Optional<StackState> read() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), StackState.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new LocalStackException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    void write(StackState state) {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(half, JSON.writeValueAsBytes(state));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalStackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
