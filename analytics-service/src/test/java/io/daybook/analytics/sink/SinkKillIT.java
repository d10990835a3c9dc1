package io.daybook.analytics.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.testing.TestKafka;
import io.daybook.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every record is in each target once, although the process is killed in the middle of writing. */
class SinkKillIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RECORDS = 40_000;
    private static final int KILLS = 3;

    private final String source = TestKafka.freshName("source");
    private final String copy = TestKafka.freshName("copy");
    private final TestPostgres database = TestPostgres.shared().freshDatabase();

    @TempDir
    private Path folder;

    @Test
    void writesEachRecordOnceAcrossKills() throws IOException {
        try (SourceTopic topic = SourceTopic.create(BROKER, source)) {
            topic.putNumbers(0, RECORDS / 4);
            for (int kill = 0; kill < KILLS; kill++) {
                long rows = rows();
                long bytes = bytes();
                SinkProcess process = SinkProcess.start(arguments());
                topic.putNumbers(RECORDS * (kill + 1) / 4, RECORDS * (kill + 2) / 4);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> rows() > rows && bytes() > bytes);
                process.kill();
            }
            SinkProcess process = SinkProcess.start(arguments());
            try {
                await().atMost(PATIENCE)
                        .until(() -> rows() >= RECORDS && lines().size() >= RECORDS && copied() >= RECORDS);
            } finally {
                process.kill();
            }
        }
        List<String> expected = IntStream.range(0, RECORDS)
                .mapToObj(number -> "{\"id\":" + number + "}")
                .toList();
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(SourceTopic.committed(BROKER, copy).stream().map(found -> new String(found.value(), UTF_8)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows()).isEqualTo(RECORDS);
        assertThat(number("SELECT count(DISTINCT id) FROM sold")).isEqualTo(RECORDS);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".ndjson")))
                    .as("rotated by size")
                    .hasSizeGreaterThan(2);
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(
                List.of("--spring.kafka.bootstrap-servers=" + BROKER, "--logging.level.root=WARN", "--server.port=1"));
        for (String name : List.of("table", "lines", "copy")) {
            arguments.add("--daybook.analytics.sinks." + name + ".from=" + source);
            arguments.add("--daybook.analytics.sinks." + name + ".fields=id bigint");
        }
        String sinks = "--daybook.analytics.sinks.";
        arguments.addAll(List.of(
                sinks + "table.to.kind=postgres",
                sinks + "table.to.url=" + database.jdbcUrl(),
                sinks + "table.to.user=" + TestPostgres.OWNER,
                sinks + "table.to.table=sold",
                sinks + "lines.to.kind=ndjson",
                sinks + "lines.to.folder=" + folder,
                sinks + "lines.to.rotate-size=100KB",
                sinks + "copy.to.kind=kafka",
                sinks + "copy.to.topic=" + copy));
        return arguments;
    }

    private int copied() {
        return SourceTopic.committed(BROKER, copy).size();
    }

    private List<String> lines() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ndjson"))
                    .flatMap(SinkKillIT::linesOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ndjson"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the table, 0 where there is none yet. */
    private long rows() {
        return number("SELECT to_regclass('sold') IS NOT NULL") == 0 ? 0 : number("SELECT count(*) FROM sold");
    }

    private long number(String query) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), TestPostgres.OWNER, "");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getObject(1) instanceof Boolean yes ? (yes ? 1 : 0) : answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
