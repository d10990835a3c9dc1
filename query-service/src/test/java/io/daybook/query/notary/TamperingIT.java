package io.daybook.query.notary;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.notary.Checkpoint;
import io.daybook.notary.Finding;
import io.daybook.notary.SigningKey;
import io.daybook.notary.TreeHasher;
import io.daybook.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody who may do anything to the database changes what is in it. Each test puts right again what it did. */
class TamperingIT extends NotaryScenario {

    private static final Path FILE = temporaryFile();

    @Autowired
    private TestPostgres postgres;

    @DynamicPropertySource
    static void sealing(DynamicPropertyRegistry properties) {
        properties.add("daybook.notary.checkpoint-file", FILE::toString);
        properties.add("daybook.notary.seal-every", () -> "PT1H");
        properties.add("daybook.notary.seal-events", () -> 1_000_000);
    }

    @AfterEach
    void isInOrderAgain() {
        seal();
        assertThat(verified("/events/export").finding()).isEmpty();
        assertThat(health()).isEqualTo("UP");
    }

    @Test
    void refusesToSealAnEventWhoseContentDoesNotFitItsHash() {
        append(10);
        long struck = log.head() - 4;
        tamper("UPDATE events.event SET payload = payload || ' ' WHERE position = " + struck);

        Answer refused = post("/notary/seal", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("SEAL_REFUSED");
        assertThat(refused.text("detail"))
                .isEqualTo("The content of the event at position %d does not fit its hash".formatted(struck));
        assertThat(health()).isEqualTo("DOWN");
        assertThat(actuator("/health")
                        .body()
                        .at("/components/notary/details/problem")
                        .asString())
                .contains("position " + struck);
        tamper("UPDATE events.event SET payload = substr(payload, 1, length(payload) - 1) WHERE position = " + struck);
    }

    @Test
    void anExportTellsWhichSealedEventWasChanged() {
        append(300);
        seal();
        long struck = log.head() - 50;
        tamper("UPDATE events.event SET recorded_at = recorded_at + interval '1 microsecond' WHERE position = "
                + struck);

        Finding finding = verified("/events/export").finding().orElseThrow();

        assertThat(finding.kind()).isEqualTo(Finding.Kind.CHANGED);
        assertThat(finding.position()).isEqualTo(struck);
        tamper("UPDATE events.event SET recorded_at = recorded_at - interval '1 microsecond' WHERE position = "
                + struck);
    }

    @Test
    void anExportTellsWhichSealedEventWasRewrittenWithItsHash() {
        append(300);
        seal();
        long struck = log.head() - 60;
        byte[] before = hash(struck);
        // the payload with its letters in lower case, and the hash made anew by the database
        String rehash = "UPDATE events.event SET hash = sha256(int8send(position) || " + contentHash()
                + ") WHERE position = " + struck;
        tamper(
                "UPDATE events.event SET payload = convert_to(replace(convert_from(payload, 'UTF8'), 'DELIVERY', 'DELIVERX'), 'UTF8')"
                        + " WHERE position = " + struck,
                rehash);
        assertThat(hash(struck)).isNotEqualTo(before);

        Finding finding = verified("/events/export").finding().orElseThrow();

        assertThat(finding.kind()).isEqualTo(Finding.Kind.REWRITTEN);
        assertThat(finding.position()).isEqualTo(struck);
        tamper(
                "UPDATE events.event SET payload = convert_to(replace(convert_from(payload, 'UTF8'), 'DELIVERX', 'DELIVERY'), 'UTF8')"
                        + " WHERE position = " + struck,
                rehash);
        assertThat(hash(struck)).isEqualTo(before);
    }

    @Test
    void refusesToSealOnATreeThatWasRewritten() {
        append(20);
        long size = seal();
        if (size % 256 == 0) {
            size = seal();
        }
        String leaf = HexFormat.of().formatHex(new TreeHasher().leaf(hash(size)));
        String change = "UPDATE query.notary_tile SET hashes = overlay(hashes placing '\\x%s' from "
                + ((size - 1) % 256 * 32 + 1) + ") WHERE level = 0 AND index = " + (size - 1) / 256;
        tamper(change.formatted("00".repeat(32)));

        Answer refused = post("/notary/seal", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("not the one of the last checkpoint, of size " + size);
        tamper(change.formatted(leaf));
    }

    @Test
    void refusesToSealWhereACheckpointWasForged() {
        append(20);
        long size = seal();
        append(1);
        String note = text("/checkpoints/latest");
        Checkpoint signed = Checkpoint.unverified(note);
        SigningKey forger = SigningKey.generate(ORIGIN);

        replaceNote(size, new Checkpoint(ORIGIN, size, new TreeHasher().empty()).signed(List.of(forger)));
        assertThat(post("/notary/seal", "").text("detail")).contains("is not one of this database");
        replaceNote(size, signed.signed(List.of(forger)));
        assertThat(post("/notary/seal", "").text("detail")).contains("signed by none of the keys");
        replaceNote(size, "no checkpoint");
        assertThat(post("/notary/seal", "").text("detail")).contains("no signed note");

        replaceNote(size, note);
    }

    private void replaceNote(long size, String note) {
        jdbc.sql("UPDATE query.notary_checkpoint SET note = ? WHERE size = ?")
                .params(note, size)
                .update();
    }

    @Test
    void refusesToSealADatabaseThatWasSetBack() throws IOException {
        append(20);
        seal();
        String kept = Files.readString(FILE);
        append(20);
        seal();
        String later = Files.readString(FILE);
        tamper(
                "CREATE TABLE query.put_away AS SELECT * FROM query.notary_checkpoint ORDER BY size DESC LIMIT 1",
                "DELETE FROM query.notary_checkpoint WHERE size = (SELECT size FROM query.put_away)");

        Answer refused = post("/notary/seal", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains(FILE.toString(), "set back, or rewritten");
        assertThat(later).startsWith(kept).hasSizeGreaterThan(kept.length());
        assertThat(Files.readString(FILE)).isEqualTo(later);
        tamper("INSERT INTO query.notary_checkpoint SELECT * FROM query.put_away", "DROP TABLE query.put_away");
    }

    private String health() {
        return actuator("/health").body().at("/components/notary/status").asString();
    }

    private byte[] hash(long position) {
        return jdbc.sql("SELECT hash FROM events.event WHERE position = ?")
                .param(position)
                .query(byte[].class)
                .single();
    }

    /** The content hash as SQL works it out: text and bytes with their lengths before them, numbers of 8 bytes. */
    private static String contentHash() {
        String text = "(CASE WHEN %1$s IS NULL THEN int4send(-1) ELSE int4send(octet_length(convert_to(%1$s, 'UTF8')))"
                + " || convert_to(%1$s, 'UTF8') END)";
        String bytes = "(int4send(octet_length(%1$s)) || %1$s)";
        return "sha256(" + text.formatted("aggregate_id") + " || int8send(sequence) || " + text.formatted("type")
                + " || "
                + text.formatted("event_id") + " || int8send((extract(epoch FROM recorded_at) * 1000000)::bigint) || "
                + text.formatted("payload_type") + " || " + text.formatted("payload_revision") + " || "
                + bytes.formatted("payload") + " || " + bytes.formatted("metadata") + ")";
    }

    private void tamper(String... statements) {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE events.event DISABLE TRIGGER event_is_append_only");
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("ALTER TABLE events.event ENABLE TRIGGER event_is_append_only");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
