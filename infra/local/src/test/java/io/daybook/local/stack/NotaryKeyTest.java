package io.daybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.notary.SigningKey;
import io.daybook.notary.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotaryKeyTest {

    @TempDir
    private Path root;

    @Test
    void isMadeOnceAndReadByItsOwnerOnly() throws IOException {
        StackFolder folder = new StackFolder(root.resolve("state"));
        NotaryKey key = new NotaryKey(folder);
        assertThat(key.environment()).isEmpty();
        assertThat(folder.root()).doesNotExist();

        key.make();
        String first = Files.readString(folder.notaryKey());
        key.make();

        assertThat(Files.readString(folder.notaryKey())).isEqualTo(first);
        Map<String, String> environment = new NotaryKey(folder).environment();
        assertThat(environment)
                .containsEntry("DAYBOOK_NOTARY_KEYFILE", folder.notaryKey().toString());
        String origin = environment.get("DAYBOOK_NOTARY_ORIGIN");
        assertThat(VerifierKey.parse(Files.readString(folder.notaryVerifier())))
                .isEqualTo(SigningKey.ofPem(String.valueOf(origin), first).verifier());
        assertThat(Files.getPosixFilePermissions(folder.notaryKey()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
