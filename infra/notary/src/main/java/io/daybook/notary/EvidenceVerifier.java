package io.daybook.notary;

import io.daybook.notary.Finding.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies evidence, see {@link EvidenceWriter}, with nothing but public keys: that each event fits its hash and is in
 * the tree that was signed, and that of each entity in it no event before its last one is left out.
 */
public final class EvidenceVerifier {

    private final VerifierKeys keys;

    public EvidenceVerifier(VerifierKeys keys) {
        this.keys = keys;
    }

    public Verdict verify(InputStream evidence) throws IOException {
        if (!Arrays.equals(evidence.readNBytes(EvidenceWriter.HEADER.length), EvidenceWriter.HEADER)) {
            return new Verdict(
                    0,
                    0,
                    null,
                    new Finding(Kind.NOT_AN_EXPORT, 0, 0, "It does not begin as evidence of version 1 does"));
        }
        Reading reading = new Reading(new ExportReader(evidence));
        Finding finding = reading.read();
        return new Verdict(reading.events, reading.checkpoint == null ? 0 : 1, reading.checkpoint, finding);
    }

    /** One evidence's reading. */
    private final class Reading {

        private final ExportReader reader;
        private final TreeHasher hasher = new TreeHasher();
        private final Map<String, Long> sequences = new HashMap<>();
        private @Nullable Checkpoint checkpoint;
        private long position;
        private long events;

        Reading(ExportReader reader) {
            this.reader = reader;
        }

        @Nullable Finding read() throws IOException {
            Block problems = new Block(0);
            ExportRecord first = reader.read(problems);
            if (first == null) {
                return problem(problems);
            }
            if (!first.isWhole() || first.kind() != ExportFormat.CHECKPOINT) {
                return finding(Kind.DAMAGED, first, "It does not begin with a checkpoint, or that is damaged");
            }
            try {
                Checkpoint signed = keys.open(first.text());
                checkpoint = signed;
                return readEvents(signed, problems);
            } catch (InvalidNote untrusted) {
                return finding(Kind.UNTRUSTED, first, String.valueOf(untrusted.getMessage()));
            }
        }

        private @Nullable Finding readEvents(Checkpoint signed, Block problems) throws IOException {
            while (true) {
                ExportRecord found = reader.read(problems);
                if (found == null) {
                    return problem(problems);
                }
                if (found.kind() == ExportFormat.END) {
                    return end(found);
                }
                ExportRecord proof = reader.read(problems);
                if (proof == null) {
                    return problem(problems);
                }
                Finding finding = event(found, proof, signed);
                if (finding != null) {
                    return finding;
                }
                events++;
            }
        }

        private @Nullable Finding event(ExportRecord found, ExportRecord proof, Checkpoint signed) {
            if (found.kind() != ExportFormat.EVENT
                    || proof.kind() != ExportFormat.INCLUSION
                    || found.bodyLength() < ExportFormat.EVENT_BYTES) {
                return finding(Kind.DAMAGED, found, "An event and its proof were expected here");
            }
            if (found.firstNumber() <= position) {
                return finding(
                        Kind.OUT_OF_ORDER,
                        found,
                        "The event of position %d stands behind that of %d".formatted(found.firstNumber(), position));
            }
            position = found.firstNumber();
            EventRecord event = found.event();
            byte[] hash = event.expectedHash(hasher);
            if (!Arrays.equals(hash, event.hash())) {
                return finding(Kind.CHANGED, found, "The content of the event does not fit its hash");
            }
            if (!found.isWhole()) {
                return finding(Kind.DAMAGED, found, "The record of the event is damaged, though not its content");
            }
            if (!proof.isWhole()
                    || !ProofCheck.inclusion(
                            position - 1, signed.size(), hasher.leaf(hash), proof.hashes(0), signed.root())) {
                return finding(Kind.NOT_AS_SIGNED, proof, "The event is not proven to be in the tree that was signed");
            }
            return sequence(event, found);
        }

        private @Nullable Finding sequence(EventRecord event, ExportRecord found) {
            EventRecord.Columns columns = event.columns();
            long expected = sequences.getOrDefault(columns.aggregateId(), 0L);
            sequences.put(columns.aggregateId(), columns.sequence() + 1);
            return columns.sequence() == expected
                    ? null
                    : finding(
                            Kind.OUT_OF_ORDER,
                            found,
                            "The event has number %d of %s, and number %d is missing"
                                    .formatted(columns.sequence(), columns.aggregateId(), expected));
        }

        private @Nullable Finding end(ExportRecord found) throws IOException {
            ByteBuffer body = found.body();
            if (!found.isWhole() || found.bodyLength() != 2 * Long.BYTES) {
                return finding(Kind.DAMAGED, found, "The end is damaged");
            }
            if (body.getLong() != events || body.getLong() != 1 || reader.isMore()) {
                return finding(Kind.INCOMPLETE, found, "The evidence does not have what it says at its end");
            }
            return events == 0 ? finding(Kind.INCOMPLETE, found, "The evidence has no event") : null;
        }

        private @Nullable Finding problem(Block problems) {
            Finding found = problems.problem();
            return found == null
                    ? null
                    : new Finding(found.kind(), position, EvidenceWriter.HEADER.length + found.offset(), found.words());
        }

        private Finding finding(Kind kind, ExportRecord found, String words) {
            return new Finding(kind, position, EvidenceWriter.HEADER.length + found.offset(), words);
        }
    }
}
