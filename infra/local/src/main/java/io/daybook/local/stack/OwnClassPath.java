package io.daybook.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The class path of this process for a process that outlives it. */
final class OwnClassPath {

    private OwnClassPath() {}

    /** A copy where it consists of jars; as it is where it has folders of classes in it, as in a test. */
    static String keptIn(StackFolder folder) throws IOException {
        String classPath = System.getProperty("java.class.path");
        List<Path> entries =
                Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
        if (!entries.stream().allMatch(Files::isRegularFile)) {
            return classPath;
        }
        Path copies = new Programs(folder).of("supervisor", entries, target -> copy(entries, target));
        return entries.stream()
                .map(entry -> copies.resolve(entry.getFileName()).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void copy(List<Path> entries, Path target) throws IOException {
        Files.createDirectories(target);
        for (Path entry : entries) {
            Files.copy(entry, target.resolve(entry.getFileName()));
        }
    }
}
