package io.daybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    private Path root;

    @Test
    void keepsTheCopyOfABuildAndReplacesItByTheNext() throws IOException {
        Path jar = root.resolve("shop.jar");
        Programs programs = new Programs(new StackFolder(root.resolve("state")));
        Files.writeString(jar, "first");
        Path first = programs.of("shop", List.of(jar), Files::createDirectory);
        Path again = programs.of("shop", List.of(jar), target -> {
            throw new IOException("is already there");
        });
        assertThat(again).isEqualTo(first).isDirectory();

        Files.writeString(jar, "second");
        Path second = programs.of("shop", List.of(jar), Files::createDirectory);

        assertThat(second).isDirectory().isNotEqualTo(first);
        assertThat(first).doesNotExist();
    }
}
