package io.daybook.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.traffic.FakeAuthorization;
import io.daybook.notary.Checkpoint;
import io.daybook.notary.CompactRange;
import io.daybook.notary.EventRecord;
import io.daybook.notary.EvidenceWriter;
import io.daybook.notary.ExportWriter;
import io.daybook.notary.SigningKey;
import io.daybook.notary.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandsTest {

    private static final String ORIGIN = "shop.example/events";
    private static final SigningKey KEY = SigningKey.generate(ORIGIN);
    private static final int EVENTS = 20;

    private final StringWriter out = new StringWriter();
    private final StringWriter problems = new StringWriter();
    private final FakeReadSide readSide = new FakeReadSide();

    @TempDir
    private Path folder;

    @TempDir
    private Path secrets;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("events.daybook");
    }

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void exportsIntoAFileThatVerifies() throws IOException {
        byte[] export = export();
        readSide.on("GET /events/export", 200, "", export);

        assertThat(askReadSide("audit", "export", file.toString())).isZero();

        assertThat(file).hasBinaryContent(export);
        assertThat(out.toString()).contains("20 events and 1 checkpoints");
        assertThat(verify()).isZero();
        assertThat(out.toString()).contains("In order: 20 events, 1 checkpoints", ORIGIN + ", size 20");
    }

    @Test
    void exportsUpToAPosition() throws IOException {
        readSide.on("GET /events/export?until=20", 200, "", export());

        assertThat(askReadSide("audit", "export", file.toString(), "--until", "20"))
                .isZero();
    }

    @Test
    void keepsNothingOfAnExportThatIsCutOffOrRefused() throws IOException {
        byte[] export = export();
        readSide.on("GET /events/export", 200, "", Arrays.copyOf(export, export.length - 10));
        assertThat(askReadSide("audit", "export", file.toString())).isEqualTo(1);
        assertThat(problems.toString()).contains("cut off");

        readSide.on(
                "GET /events/export?until=21",
                409,
                "",
                "{\"title\":\"Not yet sealed\",\"detail\":\"The log is sealed up to position 20\"}");
        assertThat(askReadSide("audit", "export", file.toString(), "--until", "21"))
                .isEqualTo(1);
        assertThat(problems.toString()).contains("Not yet sealed: The log is sealed up to position 20");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.writeString(file, "mine");

        assertThat(askReadSide("audit", "export", file.toString())).isEqualTo(2);

        assertThat(file).hasContent("mine");
    }

    @Test
    void tellsWhatIsWrongAndWhere() throws IOException {
        byte[] export = export();
        int flipped = new String(export, StandardCharsets.ISO_8859_1).indexOf("event 14");
        export[flipped] ^= 1;
        Files.write(file, export);

        assertThat(verify()).isEqualTo(1);

        assertThat(out.toString())
                .contains(
                        "NOT in order: CHANGED at position 14",
                        "The content of the event does not fit its hash.",
                        "The 13 events before are in order");
    }

    @Test
    void takesKeysFromFilesAndComparesWithCheckpointsKeptApart() throws IOException {
        Files.write(file, export());
        SigningKey former = SigningKey.generate(ORIGIN);
        Path keys = folder.resolve("keys");
        Files.writeString(keys, "# of the shop\n" + former.verifier() + "\n" + KEY.verifier() + "\n");
        Path kept = folder.resolve("kept");
        Files.writeString(kept, new Checkpoint(ORIGIN, 7, new TreeHasher().empty()).signed(List.of(former)));

        assertThat(run("audit", "verify", file.toString(), "--key", keys.toString()))
                .isZero();
        assertThat(run("audit", "verify", file.toString(), "--key", keys.toString(), "--checkpoints", kept.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("NOT in order: NOT_AS_SIGNED at position 1", "kept apart");
    }

    @Test
    void verifiesAZipOfEvidence() throws IOException {
        Path zip = folder.resolve("evidence.zip");
        byte[] content = content(1, "Grüße");
        TreeHasher hasher = new TreeHasher();
        byte[] hash = new EventRecord(1, content, new byte[0]).expectedHash(hasher);
        byte[] other = hasher.leaf(new byte[1]);
        String note = new Checkpoint(ORIGIN, 2, hasher.node(hasher.leaf(hash), other)).signed(List.of(KEY));

        writeEvidence(zip, note, new EventRecord(1, content, hash), other);
        assertThat(run(
                        "audit",
                        "verify",
                        zip.toString(),
                        "--key",
                        KEY.verifier().toString()))
                .isZero();
        writeEvidence(zip, note, new EventRecord(1, content, hash), hash);
        assertThat(run(
                        "audit",
                        "verify",
                        zip.toString(),
                        "--key",
                        KEY.verifier().toString()))
                .isEqualTo(1);

        assertThat(out.toString()).contains("In order: 1 events", "NOT in order: NOT_AS_SIGNED at position 1");
    }

    private static void writeEvidence(Path file, String note, EventRecord event, byte[] sibling) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("evidence.daybook"));
            EvidenceWriter writer = new EvidenceWriter(zip, note);
            writer.event(event, List.of(sibling));
            writer.end();
        }
    }

    /** A content of which all texts are the same. */
    private static byte[] content(int micros, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(8 * (4 + bytes.length) + 16 - bytes.length);
        content.putInt(bytes.length)
                .put(bytes)
                .putLong(0)
                .putInt(-1)
                .putInt(bytes.length)
                .put(bytes)
                .putLong(micros);
        for (int i = 0; i < 4; i++) {
            content.putInt(bytes.length).put(bytes);
        }
        return Arrays.copyOf(content.array(), content.position());
    }

    @Test
    void saysWhenItCannotTell() throws IOException {
        assertThat(verify()).isEqualTo(2);
        Files.write(file, export());
        assertThat(run("audit", "verify", file.toString(), "--key", "no key")).isEqualTo(2);
        assertThat(run("audit", "verify", file.toString())).isEqualTo(2);
    }

    private int askReadSide(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--query-service", readSide.uri().toString(),
                "--authorization-server", readSide.uri().toString(),
                "--secrets", FakeAuthorization.secretsOf("operator", secrets).toString()));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(problems, true));
        return Daybook.execute(console, arguments);
    }

    private static byte[] export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportWriter writer = new ExportWriter(out);
        TreeHasher hasher = new TreeHasher();
        CompactRange tree = new CompactRange();
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        for (int position = 1; position <= EVENTS; position++) {
            byte[] content = ("event " + position).getBytes(StandardCharsets.UTF_8);
            byte[] hash = new EventRecord(position, content, new byte[0]).expectedHash(hasher);
            writer.event(new EventRecord(position, content, hash));
            leaves.writeBytes(hasher.leaf(hash));
            tree.append(hasher.leaf(hash));
        }
        writer.leaves(1, leaves.toByteArray());
        writer.checkpoint(new Checkpoint(ORIGIN, EVENTS, tree.root()).signed(List.of(KEY)));
        writer.end();
        return out.toByteArray();
    }

    private int verify() {
        return run("audit", "verify", file.toString(), "--key", KEY.verifier().toString());
    }
}
