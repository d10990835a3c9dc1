package io.daybook.query.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceInput;
import io.daybook.notary.Checkpoint;
import io.daybook.notary.CheckpointFile;
import io.daybook.notary.EvidenceVerifier;
import io.daybook.notary.ProofCheck;
import io.daybook.notary.TreeHasher;
import io.daybook.notary.Verdict;
import io.daybook.notary.VerifierKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

class NotaryIT extends NotaryScenario {

    private static final Path FILE = temporaryFile();
    private static final int ENOUGH = 700;
    private static final Instant NOW = Instant.parse("2011-01-04T10:00:00Z");

    @DynamicPropertySource
    static void sealing(DynamicPropertyRegistry properties) {
        properties.add("daybook.notary.checkpoint-file", FILE::toString);
        properties.add("daybook.notary.seal-every", () -> "PT1H");
        properties.add("daybook.notary.seal-events", () -> ENOUGH);
        properties.add("daybook.notary.most-per-seal", () -> 300);
    }

    @Test
    void signsACheckpointOfAllThatThereIs() {
        append(20);
        long head = log.head();

        long size = seal();

        assertThat(size).isGreaterThanOrEqualTo(head + 1);
        Checkpoint latest = KEYS.open(text("/checkpoints/latest"));
        assertThat(latest.size()).isEqualTo(size);
        assertThat(latest.origin()).isEqualTo(ORIGIN);
        assertThat(text("/checkpoints/" + size)).isEqualTo(text("/checkpoints/latest"));
        assertThat(bytes("/checkpoints/latest").headers().firstValue("Content-Type"))
                .hasValue("text/plain;charset=UTF-8");
        JsonNode first = get("/checkpoints?limit=1").body().path("items").path(0);
        assertThat(first.path("size").asLong()).isEqualTo(size);
        assertThat(first.path("root").asString()).isEqualTo(latest.rootText());
        assertThat(KEYS.open(first.path("note").asString()).isSameTree(latest)).isTrue();
    }

    @Test
    void listsEveryCheckpointOnce() {
        seal();
        seal();
        seal();

        List<Long> sizes = pages("/checkpoints?limit=2").stream()
                .map(checkpoint -> checkpoint.path("size").asLong())
                .toList();

        assertThat(sizes).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(sizes.reversed()).isSorted();
    }

    @Test
    void provesThatAnEventIsInTheTree() {
        append(600);
        long size = seal();
        Random random = new Random(11);
        for (long position : new long[] {1, size, 1 + random.nextLong(size), 1 + random.nextLong(size)}) {
            JsonNode proof = get("/proofs/inclusion?position=" + position).body();
            byte[] leaf = new TreeHasher().leaf(storedHash(position));

            assertThat(proof.path("leafHash").asString())
                    .isEqualTo(Base64.getEncoder().encodeToString(leaf));
            Checkpoint signed = KEYS.open(proof.path("checkpoint").asString());
            assertThat(ProofCheck.inclusion(position - 1, signed.size(), leaf, hashes(proof), signed.root()))
                    .isTrue();
            assertThat(ProofCheck.inclusion(position, signed.size(), leaf, hashes(proof), signed.root()))
                    .isFalse();
        }
        JsonNode earlier = get("/proofs/inclusion?position=3&size=7").body();
        assertThat(ProofCheck.inclusion(
                        2,
                        7,
                        new TreeHasher().leaf(storedHash(3)),
                        hashes(earlier),
                        Base64.getDecoder().decode(earlier.path("root").asString())))
                .isTrue();
    }

    @Test
    void provesThatALaterTreeBeginsWithAnEarlierOne() {
        append(30);
        long from = seal();
        append(500);
        long to = seal();
        Checkpoint earlier = KEYS.open(text("/checkpoints/" + from));
        Checkpoint later = KEYS.open(text("/checkpoints/" + to));

        JsonNode proof =
                get("/proofs/consistency?from=%d&to=%d".formatted(from, to)).body();

        assertThat(ProofCheck.consistency(from, earlier.root(), to, later.root(), hashes(proof)))
                .isTrue();
        assertThat(proof.path("fromRoot").asString()).isEqualTo(earlier.rootText());
        assertThat(proof.path("toRoot").asString()).isEqualTo(later.rootText());
    }

    @Test
    void exportsWhatTheVerifierFindsInOrder() {
        append(900);
        long size = seal();

        Verdict whole = verified("/events/export");
        Verdict part = verified("/events/export?until=513");

        assertThat(whole.finding()).isEmpty();
        assertThat(whole.events()).isGreaterThanOrEqualTo(size);
        assertThat(whole.checkpoints()).isGreaterThan(2);
        assertThat(part.finding()).isEmpty();
        assertThat(part.events()).isEqualTo(513);
    }

    @Test
    void packsTheEvidenceOfOneEntity() throws IOException {
        String sku = fresh("MUG");
        assertThat(get("/orders/" + sku + "/evidence").text("code")).isEqualTo("ORDER_UNKNOWN");
        assertThat(get("/prices/" + sku + "/evidence").text("code")).isEqualTo("PRICE_UNKNOWN");
        log.append("price:" + sku, new ListPriceSet(sku, new BigDecimal("9.50"), "GBP", NOW));
        append(10);
        seal();
        log.append("price:" + sku, proposedByTheEngine(sku));
        seal();

        HttpResponse<byte[]> pack = bytes("/prices/" + sku + "/evidence");

        assertThat(pack.headers().firstValue("Content-Type")).hasValue("application/zip");
        Map<String, byte[]> files = unzipped(pack.body());
        Verdict verdict = new EvidenceVerifier(KEYS)
                .verify(new ByteArrayInputStream(files.getOrDefault("evidence.daybook", new byte[0])));
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.events()).isEqualTo(2);
        // the receipt that the price can be computed again from is part of what is proven
        assertThat(files.get("evidence.daybook")).asString().contains("decision.by", "9.90 0.04 2.1 0.3");
        assertThat(files.get("README.txt")).asString().contains("2 events of price:" + sku);
        assertThat(files.get("keys.txt")).asString().contains(KEY.verifier().toString());
        assertThat(KEYS.open(new String(files.get("checkpoint.txt"), StandardCharsets.UTF_8))
                        .size())
                .isEqualTo(verdict.checkpoint().orElseThrow().size());
    }

    private static PriceChanged proposedByTheEngine(String sku) {
        BigDecimal amount = new BigDecimal("9.90");
        List<PriceInput> receipt = List.of(new PriceInput("decision.by", "9.90 0.04 2.1 0.3"));
        PriceExplanation explanation = new PriceExplanation(
                amount, new BigDecimal("9.50"), List.of(), null, 0L, 0, "daybook engine", receipt, NOW);
        return new PriceChanged(sku, "engine-1", amount, "GBP", NOW.plusSeconds(60), null, explanation);
    }

    private static Map<String, byte[]> unzipped(byte[] pack) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void sealsByItselfWhenEnoughIsNew() {
        seal();
        append(ENOUGH + 5);
        long head = log.head();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Checkpoint.unverified(text("/checkpoints/latest"))
                                .size())
                        .isGreaterThanOrEqualTo(head));
        assertThat(actuator("/health").body().at("/components/notary/status").asString())
                .isEqualTo("UP");
    }

    @Test
    void signsNoCheckpointForEachFewEventsThatCome() {
        seal();
        int before = pages("/checkpoints?limit=100").size();

        for (int i = 0; i < 200; i++) {
            append(ENOUGH / 100);
        }
        append(ENOUGH);
        long head = log.head();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Checkpoint.unverified(text("/checkpoints/latest"))
                                .size())
                        .isGreaterThan(head - ENOUGH));
        // three times enough, in steps of 300 events at most
        assertThat(pages("/checkpoints?limit=100")).hasSizeLessThanOrEqualTo(before + 3 * 4);
    }

    @Test
    void manyWhoSealAtOnceMakeOneTree() {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(CompletableFuture.runAsync(() -> {
                for (int round = 0; round < 5; round++) {
                    append(40);
                    seal();
                }
            }));
        }
        all.forEach(CompletableFuture::join);

        assertThat(verified("/events/export").finding()).isEmpty();
    }

    @Test
    void keepsEveryCheckpointOutsideOfTheDatabase() {
        append(5);
        seal();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sizesInFile()).isEqualTo(sizesInDatabase()));
    }

    private static List<Long> sizesInFile() throws IOException {
        return new CheckpointFile(FILE)
                .all().stream().map(note -> KEYS.open(note).size()).toList();
    }

    private List<@Nullable Long> sizesInDatabase() {
        return jdbc.sql("SELECT size FROM query.notary_checkpoint ORDER BY size")
                .query(Long.class)
                .list();
    }

    @Test
    void tellsThePublicKeys() {
        seal();

        JsonNode keys = get("/notary/keys").body().path("items");

        assertThat(keys.size()).isEqualTo(1);
        assertThat(VerifierKeys.parse(keys.path(0).path("vkey").asString())).isEqualTo(KEYS);
        assertThat(keys.path(0).path("untilSize").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/proofs/inclusion?position=0",
                "/proofs/inclusion?position=3&size=2",
                "/proofs/inclusion?position=x",
                "/proofs/inclusion",
                "/proofs/consistency?from=0",
                "/proofs/consistency?from=3&to=2",
                "/checkpoints?cursor=x",
                "/checkpoints?limit=0",
                "/checkpoints/x",
                "/events/export?until=0"
            })
    void refusesWhatCannotBeMeant(String path) {
        append(5);
        seal();

        assertThat(get(path).status()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsNotSealedYet() {
        long beyond = seal() + 1_000_000;

        for (String path :
                List.of("/events/export?until=", "/proofs/inclusion?position=", "/proofs/consistency?from=1&to=")) {
            Answer refused = get(path + beyond);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("code")).isEqualTo("NOT_YET_SEALED");
        }
        Answer unknown = get("/checkpoints/" + beyond);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("code")).isEqualTo("CHECKPOINT_UNKNOWN");
    }

    @Test
    void sealingWantsAReasonAndIsInTheLog() {
        assertThat(post("/notary/seal", "", "").status()).isEqualTo(400);

        long size = seal();

        awaitProjections();
        assertThat(get("/operations?action=notary.seal").body().path("items"))
                .anySatisfy(operation ->
                        assertThat(operation.path("detail").asString()).isEqualTo("Sealed up to " + size));
    }

    private byte[] storedHash(long position) {
        return jdbc.sql("SELECT hash FROM events.event WHERE position = ?")
                .param(position)
                .query(byte[].class)
                .single();
    }

    private static List<byte[]> hashes(JsonNode proof) {
        Stream<JsonNode> hashes = proof.path("hashes").valueStream();
        return hashes.map(hash -> Base64.getDecoder().decode(hash.asString())).toList();
    }
}
