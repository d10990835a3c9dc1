package io.daybook.query.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.PostalAddress;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.notary.Checkpoint;
import io.daybook.notary.ExportVerifier;
import io.daybook.notary.InvalidNote;
import io.daybook.notary.ProofCheck;
import io.daybook.notary.TreeHasher;
import io.daybook.notary.Verdict;
import io.daybook.query.Sealing;
import io.daybook.query.notary.NotaryScenario;
import io.daybook.testing.PlaintextSearch;
import io.daybook.testing.PlaintextSearch.Searched;
import io.daybook.testing.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

class ErasureIT extends NotaryScenario {

    private static final Instant ERASED = Instant.parse("2011-02-01T00:00:00Z");

    @Autowired
    private Sealing sealing;

    @Autowired
    private TestPostgres postgres;

    private final String id = fresh("C");
    private final String name = word();
    private final String mailbox = word();
    private final String street = word();
    private final String secondName = word();

    @Test
    void certifiesUnderTheSignatureOfTheLog() {
        register();
        erase();
        long size = seal();

        String note = text("/customers/" + id + "/erasure");

        List<String> lines = KEYS.openStatement(note).text().lines().toList();
        assertThat(lines)
                .startsWith(
                        ORIGIN + " erasure certificate 1",
                        "customer: " + id,
                        "erased at: " + ERASED,
                        "reason: REQUESTED_BY_CUSTOMER")
                .contains("kept in the log: 2 events with data under that key, 0 of them can be opened")
                .anyMatch(line -> line.startsWith("key destroyed: customer:" + id + ", made at "))
                .anyMatch(
                        line -> line.matches("searched: \\d{2,} tables with \\d{2,} rows, 0 hold data under that key"))
                .anyMatch(line -> line.matches("table read_\\d+\\.customer: [1-9]\\d* rows, 0 hold data .*"))
                .anyMatch(
                        line -> line.matches("table read_\\d+\\.dead_letter: \\d+ rows, 0 .* 0 are about the customer"))
                .anyMatch(line -> line.matches("table events\\.snapshot: \\d+ rows, 0 .* 0 are about the customer"))
                .anyMatch(line -> line.matches("table query\\.webhook_backlog: .* 0 are about the customer"))
                .anyMatch(line -> line.matches("table customer_keys\\.data_key: [1-9].*"));
        provesWhereTheEventIs(lines, size);
        assertThatExceptionOfType(InvalidNote.class).isThrownBy(() -> KEYS.openStatement(note.replace(id, "C-other")));
    }

    private static void provesWhereTheEventIs(List<String> lines, long size) {
        String event = line(lines, "event: position ");
        long position = Long.parseLong(event.substring(0, event.indexOf(',')));
        byte[] hash = Base64.getDecoder().decode(event.substring(event.indexOf("hash ") + "hash ".length()));
        String checkpoint = line(lines, "checkpoint: size ");
        List<byte[]> proof = lines.stream()
                .filter(line -> line.startsWith("inclusion: "))
                .map(line -> Base64.getDecoder().decode(line.substring("inclusion: ".length())))
                .toList();
        byte[] root = Base64.getDecoder().decode(checkpoint.substring(checkpoint.indexOf("root ") + "root ".length()));

        assertThat(checkpoint).startsWith(size + ", ");
        assertThat(ProofCheck.inclusion(position - 1, size, new TreeHasher().leaf(hash), proof, root))
                .isTrue();
    }

    @Test
    void refusesWhoIsNotErased() {
        assertThat(certificate().status()).isEqualTo(404);
        assertThat(certificate().text("code")).isEqualTo("CUSTOMER_UNKNOWN");

        register();

        assertThat(certificate().status()).isEqualTo(404);
        assertThat(certificate().text("code")).isEqualTo("CUSTOMER_NOT_ERASED");
    }

    @Test
    void refusesWhatIsNotSealedYet() {
        register();
        seal();
        erase();

        assertThat(certificate().status()).isEqualTo(409);
        assertThat(certificate().text("code")).isEqualTo("NOT_YET_SEALED");
    }

    @Test
    void refusesToCertifyWhileThereIsTheKey() {
        register();
        happened("customer:" + id, new CustomerErased(id, "REQUESTED_BY_CUSTOMER", ERASED));
        seal();

        assertThat(certificate().status()).isEqualTo(409);
        assertThat(certificate().text("code")).isEqualTo("ERASURE_UNFINISHED");
        assertThat(certificate().text("detail")).contains("key is not destroyed");

        sealing.destroy(id);
        assertThat(bytes("/customers/" + id + "/erasure").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesToCertifyWhileSealedDataIsLeftOutsideOfTheLog() {
        register();
        jdbc.sql("CREATE TABLE query.left_over (bytes bytea)").update();
        jdbc.sql(
                        "INSERT INTO query.left_over SELECT convert_to(ciphertext, 'UTF8') FROM customer WHERE customer_id = ?")
                .param(id)
                .update();
        erase();
        seal();

        Answer refused = certificate();
        jdbc.sql("DROP TABLE query.left_over").update();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("ERASURE_UNFINISHED");
        assertThat(refused.text("detail")).contains("query.left_over");
        assertThat(bytes("/customers/" + id + "/erasure").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesProofsAndExportsOfBeforeAsTheyWere() throws IOException {
        register();
        long registered = log.head() - 1;
        long before = seal();
        byte[] export = bytes("/events/export?until=" + before).body();
        JsonNode proof = get("/proofs/inclusion?position=" + registered).body();
        Checkpoint earlier = KEYS.open(text("/checkpoints/" + before));

        erase();
        long after = seal();

        Verdict old = new ExportVerifier(KEYS).verify(new ByteArrayInputStream(export), _ -> {});
        assertThat(old.finding()).isEmpty();
        assertThat(old.events()).isEqualTo(before);
        assertThat(bytes("/events/export?until=" + before).body()).isEqualTo(export);
        assertThat(verified("/events/export").finding()).isEmpty();
        Checkpoint signed = KEYS.open(proof.path("checkpoint").asString());
        assertThat(ProofCheck.inclusion(registered - 1, before, leaf(registered), hashes(proof), signed.root()))
                .isTrue();
        JsonNode grown = get("/proofs/consistency?from=%d&to=%d".formatted(before, after))
                .body();
        Checkpoint later = KEYS.open(text("/checkpoints/" + after));
        assertThat(ProofCheck.consistency(before, earlier.root(), after, later.root(), hashes(grown)))
                .isTrue();
    }

    @Test
    void leavesNothingOfThePersonInAnyTable() {
        subscribe();
        sealing.registered("GHOST-" + id, person());
        CustomerRevised ghost = sealing.revised("GHOST-" + id, person());
        register();
        // a dead letter: an event without its row
        happened("customer:GHOST-" + id, ghost);
        assertThat(get("/customers/" + id).body().at("/personalData/name").asString())
                .isEqualTo(secondName);
        assertThat(get("/events?q=" + name).body().path("items")).isEmpty();
        get("/events?payload.name=" + name + "&q=" + mailbox + "%40example.com&format=ndjson");
        get("/customers/" + id + "/history");
        get("/customers?customerPrefix=" + id);
        get("/products?q=" + street);
        get("/events?entity=customer:" + id);

        erase();
        seal();
        owner("ANALYZE");

        Searched searched = PlaintextSearch.of(name, mailbox, street, secondName)
                .database(postgres.jdbcUrl(), TestPostgres.SUPERUSER);
        assertThat(searched.findings()).isEmpty();
        assertThat(searched.tables()).isGreaterThan(80);
        assertThat(searched.rows()).isGreaterThan(1_000);
        assertThat(get("/customers/" + id + "/history").body().toString())
                .doesNotContain(name, mailbox, street, secondName);
        assertThat(PlaintextSearch.of(name, mailbox, street, secondName)
                        .isIn(bytes("/events/export").body()))
                .isFalse();
    }

    private void subscribe() {
        // nobody listens there: what is to be delivered waits
        assertThat(post("/webhooks", "{\"url\": \"http://127.0.0.1:9/\", \"entities\": [\"customer:\"]}")
                        .status())
                .isEqualTo(201);
    }

    private void register() {
        happened(
                "customer:" + id,
                sealing.registered(id, person()),
                sealing.revised(id, new PersonalData(secondName, mailbox + "@example.com", null)));
    }

    private PersonalData person() {
        return new PersonalData(
                name,
                mailbox + "@example.com",
                new PostalAddress(List.of("7 " + street), "EC1A 9ET", "London", "United Kingdom"));
    }

    private void erase() {
        happened("customer:" + id, new CustomerErased(id, "REQUESTED_BY_CUSTOMER", ERASED));
        sealing.destroy(id);
    }

    private Answer certificate() {
        return get("/customers/" + id + "/erasure");
    }

    private byte[] leaf(long position) {
        return new TreeHasher()
                .leaf(jdbc.sql("SELECT hash FROM events.event WHERE position = ?")
                        .param(position)
                        .query(byte[].class)
                        .single());
    }

    private void owner(String statement) {
        JdbcClient.create(new DriverManagerDataSource(postgres.jdbcUrl(), TestPostgres.SUPERUSER, ""))
                .sql(statement)
                .update();
    }

    private static List<byte[]> hashes(JsonNode proof) {
        return proof.path("hashes")
                .valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.asString()))
                .toList();
    }

    private static String line(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}
