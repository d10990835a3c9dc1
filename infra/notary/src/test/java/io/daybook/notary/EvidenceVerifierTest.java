package io.daybook.notary;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.notary.Finding.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceVerifierTest {

    private static final SampleLog LOG = log();
    private static final String NOTE = Objects.requireNonNull(LOG.checkpoints.get(400L));

    private static SampleLog log() {
        SampleLog log = SampleLog.of(21, 395);
        for (int sequence = 0; sequence < 5; sequence++) {
            log.add(SampleLog.content(
                    "price:MUG", sequence, "Price", "mug-" + sequence, 5, "PriceChanged", null, "{}", "{}"));
        }
        log.seal();
        return log;
    }

    @Test
    void findsNothingInWhatIsAsItWasSealed() throws IOException {
        Verdict verdict = verify(evidence(396, 397, 398, 399, 400));

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.events()).isEqualTo(5);
        assertThat(verdict.checkpoint().orElseThrow().size()).isEqualTo(400);
    }

    @Test
    void findsAnEventOfTheEntityThatIsLeftOut() throws IOException {
        Finding finding = verify(evidence(396, 397, 399, 400)).finding().orElseThrow();

        assertThat(finding.kind()).isEqualTo(Kind.OUT_OF_ORDER);
        assertThat(finding.words()).contains("number 2 is missing");
        assertThat(finding.position()).isEqualTo(399);
    }

    @Test
    void findsEventsOutOfOrder() throws IOException {
        assertThat(verify(evidence(397, 396)).finding().orElseThrow().kind()).isEqualTo(Kind.OUT_OF_ORDER);
        assertThat(verify(evidence(396, 396)).finding().orElseThrow().kind()).isEqualTo(Kind.OUT_OF_ORDER);
        assertThat(verify(evidence()).finding().orElseThrow().kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void findsAnEventThatWasMadeUp() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceWriter writer = new EvidenceWriter(out, NOTE);
        EventRecord made =
                LOG.event(396, SampleLog.content("price:MUG", 0, "Price", "made", 5, "PriceChanged", null, "{}", "{}"));
        writer.event(made, new Proofs(new TileNodes(LOG.tiles)).inclusion(395, 400));
        writer.end();

        Finding finding = verify(out.toByteArray()).finding().orElseThrow();

        assertThat(finding.kind()).isEqualTo(Kind.NOT_AS_SIGNED);
        assertThat(finding.position()).isEqualTo(396);
    }

    @Test
    void findsEveryFlippedBitAndEveryCut() throws IOException {
        byte[] evidence = evidence(396, 397, 398, 399, 400);
        Random random = new Random(31);
        List<Integer> missed = new ArrayList<>();
        for (int at = 0; at < evidence.length; at++) {
            byte[] flipped = evidence.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            if (verify(flipped).holds() || verify(Arrays.copyOf(evidence, at)).holds()) {
                missed.add(at);
            }
        }
        assertThat(missed).isEmpty();
        assertThat(verify(Arrays.copyOf(evidence, evidence.length + 1)).holds()).isFalse();
    }

    private static Verdict verify(byte[] evidence) throws IOException {
        return new EvidenceVerifier(LOG.keys()).verify(new ByteArrayInputStream(evidence));
    }

    private static byte[] evidence(int... positions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceWriter writer = new EvidenceWriter(out, NOTE);
        Proofs proofs = new Proofs(new TileNodes(LOG.tiles));
        for (int position : positions) {
            writer.event(LOG.events.get(position - 1), proofs.inclusion(position - 1, 400));
        }
        writer.end();
        return out.toByteArray();
    }
}
