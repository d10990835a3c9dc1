package io.daybook.analytics.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.testing.TestKafka;
import io.daybook.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One service with a sink of each kind, on a topic that holds some of everything. */
class SinkIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SOURCE = TestKafka.freshName("source");
    private static final String COPY = TestKafka.freshName("copy");
    private static final TestPostgres DATABASE = TestPostgres.shared().freshDatabase();

    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        try (SourceTopic source = SourceTopic.create(BROKER, SOURCE)) {
            source.put("a", "{\"type\":\"Sold\",\"id\":\"A\",\"total\":{\"amount\":\"2.50\"},\"units\":3}");
            source.put("a", "{\"type\":\"Sold\",\"id\":\"A\",\"total\":{\"amount\":\"0.0010\"},\"units\":4}");
            source.put("a", "{\"type\":\"Viewed\",\"id\":\"A\"}");
            source.put("a", "{\"type\":\"Sold\",\"id\":\"a \\\"quoted\\\", b\",\"units\":1,\"total\":{\"amount\":12}}");
            source.put("a", "{\"type\":\"Sold\",\"id\":\"B\",\"total\":{\"amount\":\"much\"},\"units\":1}");
            source.put("a", "{\"type\":\"Sold\",");
            source.put("a", "{\"type\":\"Sold\",\"units\":7}");
        }
        execute("CREATE TABLE misfit (total integer, units bigint)");
        service = RunningService.start(
                BROKER, "no-topic", SOURCE, folder.resolve("state"), arguments().toArray(String[]::new));
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (String name : List.of("all", "latest", "lines", "sheet", "copy", "whole")) {
                assertThat(sink(name).at("/state").asString()).as(name).isEqualTo("RUNNING");
                assertThat(sink(name).at("/lag").asInt(-1)).as(name).isZero();
                assertThat(sink(name).at("/written").asInt()).as(name).isPositive();
            }
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        for (String name : List.of("all", "latest", "lines", "sheet", "copy", "misfit")) {
            String sink = "--daybook.analytics.sinks." + name + ".";
            arguments.add(sink + "from=" + SOURCE);
            arguments.add(sink + "where.type=Sold,Returned");
            arguments.add(sink + "fields[0]=id");
            arguments.add(sink + "fields[1]=total numeric = /total/amount");
            arguments.add(sink + "fields[2]=units bigint");
            arguments.add(sink + "fields[3]=at timestamptz = $time");
        }
        for (String name : List.of("all", "latest", "misfit")) {
            String to = "--daybook.analytics.sinks." + name + ".to.";
            arguments.add(to + "kind=postgres");
            arguments.add(to + "url=" + DATABASE.jdbcUrl());
            arguments.add(to + "user=" + TestPostgres.OWNER);
            arguments.add(to + "table=" + name);
        }
        String sinks = "--daybook.analytics.sinks.";
        arguments.addAll(List.of(
                sinks + "latest.to.key=id",
                sinks + "lines.to.kind=ndjson",
                sinks + "lines.to.folder=" + folder,
                sinks + "sheet.to.kind=csv",
                sinks + "sheet.to.folder=" + folder,
                sinks + "copy.to.kind=kafka",
                sinks + "copy.to.topic=" + COPY,
                sinks + "whole.from=" + SOURCE,
                sinks + "whole.where[/units]=7",
                sinks + "whole.to.kind=console",
                sinks + "never.from=" + SOURCE + "-missing",
                sinks + "never.to.kind=console"));
        return arguments;
    }

    @Test
    void keepsARowForEachRecordWithWhereItCameFrom() {
        assertThat(rows("SELECT id, total, units, at, daybook_topic FROM \"all\" ORDER BY daybook_offset"))
                .containsExactly(
                        "A|2.50|3|2026-11-14 09:15:00+00|" + SOURCE,
                        "A|0.0010|4|2026-11-14 09:15:00+00|" + SOURCE,
                        "a \"quoted\", b|12|1|2026-11-14 09:15:00+00|" + SOURCE,
                        "null|null|7|2026-11-14 09:15:00+00|" + SOURCE);
        assertThat(rows("SELECT reason, convert_from(value, 'UTF8') FROM all_rejected ORDER BY daybook_offset"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("total is not of type numeric|{");
    }

    @Test
    void overwritesARowByItsKeyAndRejectsARecordWithoutOne() {
        assertThat(rows("SELECT id, total FROM latest ORDER BY id")).containsExactly("A|0.0010", "a \"quoted\", b|12");
        assertThat(rows("SELECT reason FROM latest_rejected"))
                .hasSize(3)
                .anyMatch(reason -> reason.contains("null value"));
    }

    @Test
    void writesLines() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("lines-000001.ndjson")))
                .containsExactly(
                        "{\"id\":\"A\",\"total\":\"2.50\",\"units\":3,\"at\":\"2026-11-14T09:15:00Z\"}",
                        "{\"id\":\"A\",\"total\":\"0.0010\",\"units\":4,\"at\":\"2026-11-14T09:15:00Z\"}",
                        "{\"id\":\"a \\\"quoted\\\", b\",\"total\":12,\"units\":1,\"at\":\"2026-11-14T09:15:00Z\"}",
                        "{\"id\":null,\"total\":null,\"units\":7,\"at\":\"2026-11-14T09:15:00Z\"}");
        assertThat(Files.readAllLines(folder.resolve("lines.rejected.ndjson"))).hasSize(2);
    }

    @Test
    void writesASheet() throws IOException {
        assertThat(Files.readString(folder.resolve("sheet-000001.csv"))).isEqualTo("""
                id,total,units,at
                A,2.50,3,2026-11-14T09:15:00Z
                A,0.0010,4,2026-11-14T09:15:00Z
                "a ""quoted"", b",12,1,2026-11-14T09:15:00Z
                ,,7,2026-11-14T09:15:00Z
                """);
    }

    @Test
    void copiesToATopic() {
        List<ConsumerRecord<byte[], byte[]>> copied = SourceTopic.committed(BROKER, COPY);
        assertThat(copied).hasSize(4);
        assertThat(new String(copied.getFirst().key(), UTF_8)).isEqualTo("a");
        assertThat(copied.getFirst().timestamp()).isEqualTo(SourceTopic.AT.toEpochMilli());
        assertThat(SourceTopic.committed(BROKER, COPY + ".rejected")).hasSize(2);
    }

    @Test
    void showsWhatEachIsAt() {
        assertThat(sink("all").at("/written").asInt()).isEqualTo(4);
        assertThat(sink("all").at("/rejected").asInt()).isEqualTo(2);
        assertThat(sink("all").at("/passedOver").asInt()).isEqualTo(1);
        assertThat(sink("all").at("/partitions")).hasSize(SourceTopic.PARTITIONS);
        assertThat(sink("never").at("/state").asString()).isEqualTo("WAITING");
        assertThat(service.get("/sinks").response().body()).doesNotContain(TestPostgres.OWNER);
    }

    @Test
    void saysWhyASinkFailsAndGoesOnWithTheOthers() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(sink("misfit").at("/error").asString(""))
                                .isEqualTo(
                                        "The table misfit does not fit: it has no column id (text); its column total is integer, not"
                                                + " numeric; it has no column at (timestamp with time zone); it has no column daybook_topic (text);"
                                                + " it has no column daybook_partition (integer); it has no column daybook_offset (bigint)"));
        assertThat(sink("misfit").at("/state").asString()).isEqualTo("RETRYING");
        assertThat(service.actuator("/health").text("/components/sinks/status")).isEqualTo("DEGRADED");
        assertThat(service.actuator("/health/liveness").status()).isEqualTo(200);
    }

    private static JsonNode sink(String name) {
        return service.get("/sinks")
                .json()
                .valueStream()
                .filter(sink -> sink.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(String query) {
        try (Connection connection = DriverManager.getConnection(DATABASE.jdbcUrl(), TestPostgres.OWNER, "");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(found.getString(column)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(DATABASE.jdbcUrl(), TestPostgres.OWNER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
