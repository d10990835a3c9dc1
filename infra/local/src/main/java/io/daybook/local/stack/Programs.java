package io.daybook.local.stack;

import io.daybook.local.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stack's own copies of the programs it runs, one folder per build, so that a new build does not pull the jars from
 * under running processes.
 */
final class Programs {

    private final Path folder;

    Programs(StackFolder folder) {
        this.folder = folder.programs();
    }

    /** What fills a folder with a program. */
    @FunctionalInterface
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /** The folder of this build of a program; filled, and cleared of other builds, when it is not there yet. */
    Path of(String name, List<Path> files, Filling filling) throws IOException {
        Path program = folder.resolve(name + "-" + Fingerprint.of(files));
        if (Files.isDirectory(program)) {
            return program;
        }
        Files.createDirectories(folder);
        deleteOthers(name);
        Path beside = folder.resolve(name + "-new");
        filling.into(beside);
        Files.move(beside, program, StandardCopyOption.ATOMIC_MOVE);
        return program;
    }

    private void deleteOthers(String name) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> entry.getFileName().toString().startsWith(name + "-"))
                    .toList()
                    .forEach(Folders::delete);
        }
    }
}
