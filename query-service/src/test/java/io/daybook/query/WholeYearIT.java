package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The figures of a year of real trade, which are known, and how long the read side takes to have them. */
@Tag("whole-year")
@TestPropertySource(properties = "spring.application.name=whole-year")
@DirtiesContext
class WholeYearIT extends QueryServiceScenario {

    private static final Logger logger = LoggerFactory.getLogger(WholeYearIT.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Autowired
    private EventProcessingConfiguration processing;

    @Test
    void answersTheKnownFiguresOfTheYear() throws IOException {
        assumeThat(Files.isReadable(OnlineRetailYear.file()))
                .as("the data set lies at " + OnlineRetailYear.file())
                .isTrue();
        timed("appended, with the read side following", () -> {
            try {
                new OnlineRetailYear(log).append();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
            return "";
        });
        timed("caught up", this::caughtUp);
        theFiguresAreRight();

        processing.eventProcessors().keySet().forEach(this::reset);
        timed("replayed", this::caughtUp);
        theFiguresAreRight();
    }

    private void theFiguresAreRight() {
        JsonNode summary = timed("summary", () -> get("/sales/summary").body());
        assertThat(summary.path("revenue").asString()).isEqualTo("9747747.934");
        assertThat(summary.path("customers").asLong()).isEqualTo(4_372);
        assertThat(summary.path("products").asLong()).isEqualTo(4_070);
        assertThat(summary.path("cancellations").path("count").asLong()).isEqualTo(3_836);
        assertThat(summary.path("cancellations").path("amount").asString()).isEqualTo("-896812.49");
        assertThat(revenue("country=United%20Kingdom")).isEqualTo("8187806.364");
        assertThat(revenue("customer=14646")).isEqualTo("279489.02");
        assertThat(revenue("from=2011-11-14&until=2011-11-15")).isEqualTo("112141.11");
        assertThat(revenue("from=2011-01-05&until=2011-01-06")).isEqualTo("-1566.23");
        JsonNode months = timed("months", () -> get("/sales/months").body()).path("items");
        assertThat(months).hasSize(13);
        assertThat(months.path(0).path("revenue").asString()).isEqualTo("748957.02");
        assertThat(months.path(11).path("revenue").asString()).isEqualTo("1461756.25");
        JsonNode countries =
                timed("countries", () -> get("/sales/countries").body()).path("items");
        assertThat(countries).hasSize(38);
        JsonNode days = timed("days", () -> get("/sales/days").body()).path("items");
        assertThat(days).hasSize(305);
        JsonNode products = timed(
                        "products", () -> get("/sales/products?limit=10000").body())
                .path("items");
        assertThat(products).hasSize(4_070);
        JsonNode top = timed(
                "top products",
                () -> get("/sales/products?sort=-units&limit=10").body());
        assertThat(top.path("items")).hasSize(10);
    }

    private String revenue(String filter) {
        return timed("summary of " + filter, () -> get("/sales/summary?" + filter))
                .text("revenue");
    }

    private String caughtUp() {
        long head = log.head();
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get("/positions")
                        .body()
                        .path("processors")
                        .valueStream()
                        .allMatch(processor -> processor.path("position").asLong() >= head));
        return head + " events";
    }

    private void reset(String name) {
        PooledStreamingEventProcessor processor = processing
                .eventProcessor(name, PooledStreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    private <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        Duration before = cpu();
        T result = work.get();
        logger.info(
                "{}: {} ms, {} ms of CPU in this process {}",
                what,
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                cpu().minus(before).toMillis(),
                result instanceof String note ? note : "");
        return result;
    }

    private static Duration cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Duration.ofNanos(system.getProcessCpuTime())
                : Duration.ZERO;
    }
}
