package io.daybook.query.notary;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.stock.event.StockReceived;
import io.daybook.notary.ExportVerifier;
import io.daybook.notary.SigningKey;
import io.daybook.notary.Verdict;
import io.daybook.notary.VerifierKeys;
import io.daybook.query.EventLog;
import io.daybook.query.QueryServiceScenario;
import io.daybook.testing.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The query service with a key to sign with, on a database that tests of the notary have to themselves. */
@DirtiesContext
public abstract class NotaryScenario extends QueryServiceScenario {

    protected static final String ORIGIN = "test.example/events";
    protected static final SigningKey KEY = SigningKey.generate(ORIGIN);
    protected static final VerifierKeys KEYS = new VerifierKeys(List.of(KEY.verifier()));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry properties) {
        properties.add("daybook.notary.origin", () -> ORIGIN);
        properties.add("daybook.notary.key", KEY::pem);
    }

    static Path temporaryFile() {
        try {
            Path folder = Files.createTempDirectory("notary");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("checkpoints");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends so many events, in one append. */
    protected void append(int events) {
        String sku = fresh("SKU");
        EventLog.Batch batch = log.batch();
        for (int i = 0; i < events; i++) {
            batch.add(
                    "stock:" + sku,
                    new StockReceived(sku, "Grüße " + i, 1 + i, "DELIVERY", Instant.parse("2011-01-04T10:00:00Z")));
        }
        batch.append();
    }

    /** Seals what there is; answers the size of the checkpoint. */
    protected long seal() {
        Answer sealed = post("/notary/seal", "");
        assertThat(sealed.status()).as(sealed.body().toString()).isEqualTo(200);
        return sealed.body().path("size").asLong();
    }

    protected HttpResponse<byte[]> bytes(String path) {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected String text(String path) {
        return new String(bytes(path).body(), StandardCharsets.UTF_8);
    }

    protected Verdict verified(String path) {
        HttpResponse<byte[]> export = bytes(path);
        assertThat(export.statusCode()).isEqualTo(200);
        try {
            return new ExportVerifier(KEYS).verify(new ByteArrayInputStream(export.body()), _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
