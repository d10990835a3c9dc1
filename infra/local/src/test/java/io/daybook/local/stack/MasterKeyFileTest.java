package io.daybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {

    @TempDir
    private Path root;

    @Test
    void makesAKeyOnceThatOnlyItsUserCanRead() throws IOException {
        StackFolder folder = new StackFolder(root.resolve("state"));

        String made = new MasterKeyFile(folder).readOrCreate();

        assertThat(made).startsWith("local:");
        assertThat(Base64.getDecoder().decode(made.substring("local:".length())))
                .hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.masterKeys())))
                .isEqualTo("rw-------");
        assertThat(new MasterKeyFile(folder).readOrCreate()).isEqualTo(made);
    }

    @Test
    void makesAnotherForEachStackAndLosesItWithTheData() {
        StackFolder folder = new StackFolder(root.resolve("state"));
        String made = new MasterKeyFile(folder).readOrCreate();

        assertThat(new MasterKeyFile(new StackFolder(root.resolve("other"))).readOrCreate())
                .isNotEqualTo(made);
        folder.deleteContents();
        assertThat(folder.masterKeys()).doesNotExist();
    }
}
