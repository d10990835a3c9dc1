package io.daybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteSecretTest {

    @TempDir
    private Path root;

    @Test
    void isMadeOnceAndReadByItsOwnerOnly() throws IOException {
        StackFolder folder = new StackFolder(root.resolve("state"));
        QuoteSecret secret = new QuoteSecret(folder);
        assertThat(secret.environment()).isEmpty();
        assertThat(folder.root()).doesNotExist();

        secret.make();
        Map<String, String> first = secret.environment();
        secret.make();

        assertThat(new QuoteSecret(folder).environment()).isEqualTo(first);
        assertThat(first.get("DAYBOOK_QUOTES_SECRET")).hasSizeGreaterThan(32);
        assertThat(Files.getPosixFilePermissions(folder.quoteSecret()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
