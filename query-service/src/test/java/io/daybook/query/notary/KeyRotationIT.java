package io.daybook.query.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.notary.ExportVerifier;
import io.daybook.notary.Finding;
import io.daybook.notary.InvalidNote;
import io.daybook.notary.SigningKey;
import io.daybook.notary.Verdict;
import io.daybook.notary.VerifierKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class KeyRotationIT extends NotaryScenario {

    private static final SigningKey NEXT = SigningKey.generate(ORIGIN);
    private static final VerifierKeys NEXT_ALONE = new VerifierKeys(List.of(NEXT.verifier()));

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private TileRows tiles;

    @Autowired
    private CheckpointRows checkpoints;

    @Autowired
    private KeyRows keys;

    @Autowired
    private NotaryLock lock;

    @Autowired
    private TransactionTemplate transaction;

    @DynamicPropertySource
    static void sealing(DynamicPropertyRegistry properties) {
        properties.add("daybook.notary.seal-every", () -> "PT1H");
    }

    @Test
    void aNewKeySignsFromThenOnAndTheFormerOneVouchesForIt() throws IOException {
        append(10);
        long former = seal();
        Path file = temporaryFile();
        Files.writeString(file, KEY.pem());
        Notary rotated =
                notaryWith(new NotaryProperties(ORIGIN, null, NEXT.pem(), file, null, 100, Duration.ofHours(1), 1_000));

        append(10);
        rotated.sealAll();
        SealedCheckpoint first = checkpoints.last().orElseThrow();
        append(10);
        rotated.sealAll();
        SealedCheckpoint second = checkpoints.last().orElseThrow();

        assertThat(KEYS.open(first.note()).size()).isEqualTo(first.size());
        assertThat(NEXT_ALONE.open(first.note()).size()).isEqualTo(first.size());
        assertThat(NEXT_ALONE.open(second.note()).size()).isEqualTo(second.size());
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> KEYS.open(second.note()));
        JsonNode shown = get("/notary/keys").body().path("items");
        assertThat(shown.path(0).path("vkey").asString())
                .isEqualTo(KEY.verifier().toString());
        assertThat(shown.path(0).path("fromSize").asLong()).isLessThanOrEqualTo(former);
        assertThat(shown.path(0).path("untilSize").asLong()).isEqualTo(first.size());
        assertThat(shown.path(1).path("vkey").asString())
                .isEqualTo(NEXT.verifier().toString());
        assertThat(shown.path(1).path("fromSize").asLong()).isEqualTo(first.size());
        assertThat(shown.path(1).path("untilSize").isNull()).isTrue();
        anExportIsVerifiedWithAllKeys();
    }

    private void anExportIsVerifiedWithAllKeys() throws IOException {
        byte[] export = bytes("/events/export").body();

        assertThat(verify(export, new VerifierKeys(List.of(NEXT.verifier(), KEY.verifier())))
                        .finding())
                .isEmpty();
        assertThat(verify(export, NEXT_ALONE).finding().orElseThrow().kind()).isEqualTo(Finding.Kind.UNTRUSTED);
        assertThat(verify(export, KEYS).finding().orElseThrow().kind()).isEqualTo(Finding.Kind.UNTRUSTED);
    }

    private static Verdict verify(byte[] export, VerifierKeys trusted) throws IOException {
        return new ExportVerifier(trusted).verify(new ByteArrayInputStream(export), _ -> {});
    }

    private Notary notaryWith(NotaryProperties properties) {
        OutsideCopy outside = new OutsideCopy(properties, checkpoints);
        return new Notary(
                engine, tiles, checkpoints, keys, new Signers(properties), outside, lock, transaction, properties);
    }
}
