package io.daybook.query.notary;

import io.daybook.eventstore.EventLog;
import io.daybook.eventstore.EventRow;
import io.daybook.notary.EventRecord;
import io.daybook.notary.EvidenceWriter;
import io.daybook.notary.Proofs;
import io.daybook.notary.TileNodes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All that is needed to prove what happened to one entity, in one file for people who have nothing else. */
final class EvidencePack {

    private static final int PAGE = 1_000;

    private final String aggregateId;
    private final SealedCheckpoint checkpoint;
    private final List<EventRecord> events;
    private final Proofs proofs;

    private EvidencePack(String aggregateId, SealedCheckpoint checkpoint, List<EventRecord> events, TileRows tiles) {
        this.aggregateId = aggregateId;
        this.checkpoint = checkpoint;
        this.events = events;
        this.proofs = new Proofs(new TileNodes(tiles));
    }

    /** The evidence of the events of an aggregate that a checkpoint covers. */
    static EvidencePack of(String aggregateId, SealedCheckpoint checkpoint, EventLog log, TileRows tiles) {
        List<EventRecord> events = new ArrayList<>();
        List<EventRow> page;
        do {
            page = log.ofAggregate(aggregateId, events.size(), PAGE).stream()
                    .filter(row -> row.position() <= checkpoint.size())
                    .toList();
            page.forEach(row -> log.readStored(
                    row.position() - 1,
                    row.position(),
                    event -> events.add(new EventRecord(event.position(), event.content(), event.hash()))));
        } while (page.size() == PAGE);
        return new EvidencePack(aggregateId, checkpoint, events, tiles);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    void write(OutputStream out, List<KeyView> keys) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        text(zip, "README.txt", readme());
        zip.putNextEntry(new ZipEntry("evidence.daybook"));
        EvidenceWriter writer = new EvidenceWriter(zip, checkpoint.note());
        for (EventRecord event : events) {
            writer.event(event, proofs.inclusion(event.position() - 1, checkpoint.size()));
        }
        writer.end();
        zip.closeEntry();
        text(zip, "checkpoint.txt", checkpoint.note());
        text(zip, "keys.txt", keys.stream().map(KeyView::vkey).collect(Collectors.joining("\n", "", "\n")));
        zip.finish();
    }

    private String readme() {
        return """
            What this is
            ------------
            %d events of %s, up to position %d of the log %s, with the proof that each of them is in the
            log that was signed.

              evidence.daybook   the events, byte for byte, their inclusion proofs and the checkpoint
              checkpoint.txt     the checkpoint alone: a signed note (c2sp.org/tlog-checkpoint)
              keys.txt           the public keys that the system says it signed with

            How to check it
            ---------------
              infra/daybook audit verify THIS-FILE.zip --key KEY

            KEY is the public key of the log. Take it from somebody you trust, and not from keys.txt: whoever
            makes up a log makes up a key for it, too.

            Without our program
            -------------------
            evidence.daybook begins with the line "daybook-evidence 1". Then follow records: kind (1 byte), length
            (4 bytes), body, CRC-32C of the three (4 bytes); numbers are big-endian.
              C  the checkpoint, UTF-8
              E  an event: position (8), content, hash (32)
              I  its inclusion proof: hashes (32 each), from the leaf to the root (RFC 9162, section 2.1.3)
              Z  the end: count of events (8), of checkpoints (8)
            The content of an event is its aggregate id, sequence, aggregate type, event id, time in microseconds since
            1970, payload type, revision, payload and metadata; texts and byte strings have their length before
            them (4 bytes, -1 for none), numbers are 8 bytes.
              hash = SHA-256(position, 8 bytes || SHA-256(content))
              leaf = SHA-256(0x00 || hash); it is leaf number position - 1
              node = SHA-256(0x01 || left || right)
            The root that a proof leads to is the third line of the checkpoint, in Base64. The first three lines of the
            checkpoint are what is signed, with Ed25519.
            """.formatted(
                        events.size(),
                        aggregateId,
                        checkpoint.size(),
                        checkpoint.checkpoint().origin());
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
