package io.daybook.notary;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.notary.Finding.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More than 10,000 ways to tamper with an export, by seeds: each has to be found, and where it is. */
class ExportVerifierTest {

    private static final int EVENTS = 900;
    private static final SampleLog LOG = sealed();
    private static final int SEALED = LOG.checkpoints.lastKey().intValue();
    private static final byte[] EXPORT = LOG.export(SEALED);
    private static final byte[] UNTIL_BETWEEN = LOG.export(SEALED - 1);
    private static final List<ExportRecord> RECORDS = records(EXPORT);

    private static SampleLog sealed() {
        SampleLog log = SampleLog.of(5, EVENTS);
        log.checkpoints.remove((long) EVENTS - 1);
        log.seal();
        return log;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 513, 700, EVENTS - 1, EVENTS})
    void findsNothingInAnExportUpToAnyPosition(int until) throws IOException {
        AtomicLong read = new AtomicLong();

        byte[] export = LOG.export(until);
        Verdict verdict = new ExportVerifier(LOG.keys()).verify(new ByteArrayInputStream(export), read::set);

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.events()).isEqualTo(until);
        assertThat(verdict.checkpoint().orElseThrow().size()).isGreaterThanOrEqualTo(until);
        assertThat(read).hasValue(export.length);
    }

    @Test
    void findsAndLocatesEveryFlippedBit() throws IOException {
        Random random = new Random(1);
        for (byte[] export : List.of(EXPORT, UNTIL_BETWEEN)) {
            List<ExportRecord> records = records(export);
            for (int round = 0; round < 2_500; round++) {
                // the last records are few, and have rules of their own
                int at = round % 5 == 0 ? export.length - 1 - random.nextInt(700) : random.nextInt(export.length);
                int bit = random.nextInt(8);
                byte[] flipped = export.clone();
                flipped[at] ^= (byte) (1 << bit);

                Finding finding = findingIn(flipped);

                String which = "bit %d of byte %d: %s".formatted(bit, at, finding);
                if (at < ExportFormat.HEADER.length) {
                    assertThat(finding.kind()).as(which).isEqualTo(Kind.NOT_AN_EXPORT);
                } else {
                    ExportRecord struck = recordAt(records, at);
                    assertThat(finding.offset()).as(which).isEqualTo(struck.offset());
                    if (struck.kind() == ExportFormat.EVENT) {
                        assertThat(finding.position()).as(which).isEqualTo(struck.firstNumber());
                    }
                }
            }
        }
    }

    @Test
    void findsWhereAnExportWasCutOff() throws IOException {
        Random random = new Random(2);
        for (int round = 0; round < 1_500; round++) {
            int length = random.nextInt(EXPORT.length);

            Finding finding = findingIn(Arrays.copyOf(EXPORT, length));

            assertThat(finding.kind())
                    .as("%d bytes: %s", length, finding)
                    .isEqualTo(length < ExportFormat.HEADER.length ? Kind.NOT_AN_EXPORT : Kind.INCOMPLETE);
            long whole = RECORDS.stream()
                    .filter(found ->
                            found.kind() == ExportFormat.EVENT && found.offset() + found.bytes().length <= length)
                    .count();
            if (length >= ExportFormat.HEADER.length) {
                assertThat(finding.position()).isBetween(whole, whole + 1);
            }
        }
    }

    @Test
    void findsWhatIsBehindTheEnd() throws IOException {
        assertThat(findingIn(Arrays.copyOf(EXPORT, EXPORT.length + 1)).kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void findsEveryRecordThatIsTakenOut() throws IOException {
        for (int i = 0; i < RECORDS.size(); i += 1 + i % 3) {
            List<ExportRecord> fewer = new ArrayList<>(RECORDS);
            ExportRecord removed = fewer.remove(i);

            Finding finding = findingIn(file(fewer));

            if (removed.kind() == ExportFormat.EVENT) {
                assertThat(finding.kind()).isEqualTo(Kind.OUT_OF_ORDER);
                assertThat(finding.position()).isEqualTo(removed.firstNumber());
            }
        }
    }

    @Test
    void findsEventsThatChangedPlaces() throws IOException {
        Random random = new Random(3);
        List<Integer> events = eventIndexes();
        for (int round = 0; round < 1_200; round++) {
            int one = random.nextInt(events.size());
            int other = round % 2 == 0 ? Math.floorMod(one + 1, events.size()) : random.nextInt(events.size());
            if (one == other) {
                continue;
            }
            List<ExportRecord> swapped = new ArrayList<>(RECORDS);
            Collections.swap(swapped, events.get(one), events.get(other));

            Finding finding = findingIn(file(swapped));

            assertThat(finding.kind()).isEqualTo(Kind.OUT_OF_ORDER);
            assertThat(finding.position()).isEqualTo(Math.min(one, other) + 1);
        }
    }

    @Test
    void findsAnEventThatWasPutIn() throws IOException {
        Random random = new Random(4);
        List<Integer> events = eventIndexes();
        for (int round = 0; round < 1_200; round++) {
            int at = random.nextInt(events.size());
            EventRecord made = LOG.event(round % 2 == 0 ? at + 1 : at + 2, LOG.randomContent());
            List<ExportRecord> more = new ArrayList<>(RECORDS);
            more.add(events.get(at) + (round % 2 == 0 ? 0 : 1), record(made));

            Finding finding = findingIn(file(more));

            assertThat(finding.position()).as("%s", finding).isEqualTo(made.position());
            assertThat(finding.kind()).isIn(Kind.REWRITTEN, Kind.OUT_OF_ORDER, Kind.DAMAGED);
        }
    }

    @Test
    void findsAnEventWhoseContentChanged() throws IOException {
        Random random = new Random(6);
        List<Integer> events = eventIndexes();
        for (int round = 0; round < 1_100; round++) {
            EventRecord event = LOG.events.get(random.nextInt(events.size()));
            byte[] content = event.content().clone();
            content[random.nextInt(content.length)] ^= (byte) (1 + random.nextInt(255));
            boolean rehashed = round % 2 == 0;
            EventRecord changed = rehashed
                    ? LOG.event(event.position(), content)
                    : new EventRecord(event.position(), content, event.hash());
            List<ExportRecord> records = new ArrayList<>(RECORDS);
            records.set(events.get((int) event.position() - 1), record(changed));

            Finding finding = findingIn(file(records));

            assertThat(finding.kind()).isEqualTo(rehashed ? Kind.REWRITTEN : Kind.CHANGED);
            assertThat(finding.position()).isEqualTo(event.position());
        }
    }

    @Test
    void findsATailThatWasRewrittenWithAllItsHashes() throws IOException {
        Random random = new Random(8);
        for (int round = 0; round < 100; round++) {
            int kept = random.nextInt(SEALED);
            SampleLog rewritten = new SampleLog(round);
            for (EventRecord event : LOG.events.subList(0, kept)) {
                rewritten.add(event.content());
            }
            while (rewritten.events.size() < SEALED) {
                // one event taken out, and all behind it moved up; then another put in at the end
                rewritten.add(
                        rewritten.events.size() + 1 < SEALED
                                ? LOG.events.get(rewritten.events.size() + 1).content()
                                : LOG.randomContent());
            }

            Finding finding = findingIn(rewritten.export(SEALED, LOG.checkpoints));

            assertThat(finding.kind()).isEqualTo(Kind.NOT_AS_SIGNED);
            long before = before(LOG.checkpoints.headMap((long) kept, true));
            assertThat(finding.position()).isEqualTo(before + 1);
        }
    }

    @Test
    void findsATailThatNoKnownKeySealed() throws IOException {
        SampleLog other = SampleLog.of(9, 300);
        other.seal();

        Finding finding = findingIn(other.export(300));

        assertThat(finding.kind()).isEqualTo(Kind.UNTRUSTED);
        assertThat(finding.words()).contains("none of the keys");
    }

    @Test
    void findsEventsThatNoCheckpointCovers() throws IOException {
        NavigableMap<Long, String> fewer = new TreeMap<>(LOG.checkpoints);
        fewer.pollLastEntry();
        byte[] export = LOG.export(SEALED, LOG.checkpoints);
        List<ExportRecord> records = new ArrayList<>(records(export));
        records.remove(records.size() - 2);
        records.set(records.size() - 1, endRecord(SEALED, fewer.size()));

        Finding finding = findingIn(file(records));

        assertThat(finding.kind()).isEqualTo(Kind.NOT_SEALED);
        assertThat(finding.position()).isEqualTo(fewer.lastKey() + 1);
    }

    @Test
    void findsALogThatWasRewrittenByWhoeverHoldsItsKey() throws IOException {
        SampleLog rewritten = new SampleLog(12, LOG.key);
        for (EventRecord event : LOG.events.subList(0, SEALED)) {
            rewritten.add(event.position() == 600 ? LOG.randomContent() : event.content());
            if (LOG.checkpoints.containsKey(event.position())) {
                rewritten.seal();
            }
        }
        byte[] export = rewritten.export(SEALED);
        long witnessed = Objects.requireNonNull(LOG.checkpoints.ceilingKey(600L));
        long before = Objects.requireNonNull(LOG.checkpoints.lowerKey(600L));

        for (long extra : new long[] {witnessed, SEALED}) {
            Verdict verdict = new ExportVerifier(LOG.keys())
                    .witnessedBy(List.of(note(before), note(extra)))
                    .verify(new ByteArrayInputStream(export), _ -> {});
            Finding finding = verdict.finding().orElseThrow();
            assertThat(finding.kind()).isEqualTo(Kind.NOT_AS_SIGNED);
            assertThat(finding.position()).isBetween(before + 1, extra);
            assertThat(finding.words()).contains("kept apart");
        }
        assertThat(new ExportVerifier(LOG.keys())
                        .witnessedBy(List.of(note(before)))
                        .verify(new ByteArrayInputStream(export), _ -> {})
                        .finding())
                .isEmpty();
    }

    private static String note(long size) {
        return Objects.requireNonNull(LOG.checkpoints.get(size));
    }

    @Test
    void findsAProofThatDoesNotLeadToTheCheckpoint() throws IOException {
        List<ExportRecord> records = new ArrayList<>(records(UNTIL_BETWEEN));
        assertThat(records.get(records.size() - 3).kind()).isEqualTo(ExportFormat.PROOF);
        ByteBuffer proof = records.get(records.size() - 3).body();
        byte[] body = new byte[proof.remaining()];
        proof.get(body);
        body[body.length - 1] ^= 1;
        records.set(records.size() - 3, record(ExportFormat.PROOF, body));

        assertThat(findingIn(file(records)).kind()).isEqualTo(Kind.NOT_AS_SIGNED);
    }

    @Test
    void showsWhatAnEventSays() {
        EventRecord.Columns columns = new EventRecord(
                        1, SampleLog.content("a", 3, null, "id", 5, "noted", "2", "{}", "{\"m\":1}"), new byte[0])
                .columns();

        assertThat(columns.aggregateId()).isEqualTo("a");
        assertThat(columns.sequence()).isEqualTo(3);
        assertThat(columns.type()).isNull();
        assertThat(columns.payloadRevision()).isEqualTo("2");
        assertThat(columns.metadata()).asString().isEqualTo("{\"m\":1}");
    }

    private static long before(NavigableMap<Long, String> checkpoints) {
        return checkpoints.isEmpty() ? 0 : checkpoints.lastKey();
    }

    private static Finding findingIn(byte[] export) throws IOException {
        return new ExportVerifier(LOG.keys())
                .verify(new ByteArrayInputStream(export), _ -> {})
                .finding()
                .orElseThrow(() -> new AssertionError("Nothing was found"));
    }

    private static List<Integer> eventIndexes() {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < RECORDS.size(); i++) {
            if (RECORDS.get(i).kind() == ExportFormat.EVENT) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private static ExportRecord recordAt(List<ExportRecord> records, int offset) {
        return records.stream()
                .filter(found -> found.offset() <= offset)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static List<ExportRecord> records(byte[] export) {
        List<ExportRecord> records = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(export).position(ExportFormat.HEADER.length);
        while (rest.hasRemaining()) {
            byte[] bytes =
                    new byte[ExportFormat.HEAD_BYTES + rest.getInt(rest.position() + 1) + ExportFormat.CHECK_BYTES];
            int offset = rest.position();
            rest.get(bytes);
            records.add(new ExportRecord(offset, bytes));
        }
        return records;
    }

    private static byte[] file(List<ExportRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ExportFormat.HEADER);
        records.forEach(found -> out.writeBytes(found.bytes()));
        return out.toByteArray();
    }

    private static ExportRecord record(EventRecord event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExportWriter(out).event(event);
        return records(out.toByteArray()).getFirst();
    }

    private static ExportRecord endRecord(long events, long checkpoints) {
        return record(
                ExportFormat.END,
                ByteBuffer.allocate(16).putLong(events).putLong(checkpoints).array());
    }

    private static ExportRecord record(byte kind, byte[] body) {
        CRC32C crc = new CRC32C();
        ByteBuffer record = ByteBuffer.allocate(body.length + 9)
                .put(kind)
                .putInt(body.length)
                .put(body);
        crc.update(record.array(), 0, body.length + 5);
        return new ExportRecord(0, record.putInt((int) crc.getValue()).array());
    }
}
