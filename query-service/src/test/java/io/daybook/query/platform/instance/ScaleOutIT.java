package io.daybook.query.platform.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.stock.event.StockReceived;
import io.daybook.query.QueryServiceApplication;
import io.daybook.query.QueryServiceScenario;
import io.daybook.testing.MasterKeysForTests;
import io.daybook.testing.TestPostgres;
import io.daybook.testing.TestTokens;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A second instance as a process of its own, on the same database, which is then killed. */
class ScaleOutIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");

    @Autowired
    private TestPostgres postgres;

    @Autowired
    private Environment environment;

    @Test
    void twoInstancesShareTheSegmentsAndOneTakesOverWhatAKilledOneHad() throws IOException, InterruptedException {
        String sku = fresh("SKU");
        log.append("stock:" + sku, new StockReceived(sku, "R-0", 1, "DELIVERY", NOW));
        awaitOwners(1);
        Process other = launch();
        try {
            awaitOwners(2);
            for (int i = 1; i <= 200; i++) {
                log.append("stock:" + sku, new StockReceived(sku, "R-" + i, 1, "DELIVERY", NOW));
            }
            eachReadsWhatWasWrittenWhoeverDerivesIt();
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        for (int i = 201; i <= 400; i++) {
            log.append("stock:" + sku, new StockReceived(sku, "R-" + i, 1, "DELIVERY", NOW));
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(jdbc.sql("SELECT on_hand || ' in ' || events FROM stock_item WHERE sku = ?")
                                        .param(sku)
                                        .query(String.class)
                                        .single())
                                .isEqualTo("401 in 401"));
        awaitOwners(1);
        awaitProjections();
    }

    /** What a segment has passed that finds nothing to do is in no token for seconds: its owner has to tell. */
    private void eachReadsWhatWasWrittenWhoeverDerivesIt() {
        String sku = fresh("SKU");
        for (int pieces = 1; pieces <= 20; pieces++) {
            log.append("stock:" + sku, new StockReceived(sku, "R-" + pieces, 1, "DELIVERY", NOW));
            String position = Long.toString(log.head());
            assertThat(getWith("/stock/" + sku, "Min-Position", position)
                            .body()
                            .path("onHand")
                            .asInt())
                    .isEqualTo(pieces);
            for (String path :
                    List.of("/products?limit=1", "/orders?limit=1", "/customers?limit=1", "/sales/summary")) {
                assertThat(getWith(path, "Min-Position", position).status())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    private void awaitOwners(int count) {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT count(DISTINCT owner) FROM token WHERE processor_name NOT LIKE '\\_\\_%'"
                                        + " HAVING count(*) = count(owner)")
                                .query(Integer.class)
                                .optional()
                                .orElse(0)
                        == count);
    }

    private Process launch() throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                QueryServiceApplication.class.getName(),
                "--server.port=0",
                "--management.server.port=0",
                "--spring.datasource.url=" + postgres.jdbcUrl(),
                "--spring.datasource.username=" + TestPostgres.QUERY,
                "--" + MasterKeysForTests.PROPERTY + "=" + environment.getProperty(MasterKeysForTests.PROPERTY)));
        TestTokens.settings().forEach((name, value) -> line.add("--" + name + "=" + value));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/second-instance.log"))
                .start();
    }
}
