package io.daybook.analytics.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.analytics.sink.Target.TargetFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FileTargetTest {

    private static final TopicPartition FIRST = new TopicPartition("topic", 0);
    private static final TopicPartition SECOND = new TopicPartition("topic", 1);

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-14T09:15:00Z");

    @Test
    void goesOnWhereItStood() throws Exception {
        write(SinkProperties.Kind.NDJSON, "1", "2");
        try (Target target = open(SinkProperties.Kind.NDJSON)) {
            assertThat(target.positions(List.of(FIRST, SECOND))).isEqualTo(Map.of(FIRST, 2L));
            target.write(rows("3"), Map.of(FIRST, 3L, SECOND, 7L));
            assertThat(target.positions(List.of(SECOND))).isEqualTo(Map.of(SECOND, 7L));
        }
        assertThat(read("out-000001.ndjson")).containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
    }

    @Test
    void cutsOffWhatACrashLeftBeyondTheCheckpoint() throws Exception {
        write(SinkProperties.Kind.NDJSON, "1", "2");
        Files.writeString(folder.resolve("out-000001.ndjson"), "{\"id\":3}\n{\"i", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("out-000002.ndjson"), "{\"id\":4}\n");
        Files.writeString(folder.resolve("out.rejected.ndjson"), "{\"reason");
        write(SinkProperties.Kind.NDJSON, "3");

        assertThat(read("out-000001.ndjson")).containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
        assertThat(folder.resolve("out-000002.ndjson")).doesNotExist();
        assertThat(folder.resolve("out.rejected.ndjson")).isEmptyFile();
    }

    @Test
    void doesNotWriteAfterAFileThatHasLostSome() throws Exception {
        write(SinkProperties.Kind.NDJSON, "1", "2");
        Files.writeString(folder.resolve("out-000001.ndjson"), "{\"id\":1}\n");

        assertThatThrownBy(() -> open(SinkProperties.Kind.NDJSON))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("has 9 bytes of the 18 that were written");
    }

    @Test
    void beginsAnotherFileBySizeAndByAge() throws Exception {
        write(SinkProperties.Kind.CSV, "1", "2", "3", "4", "5", "6");
        write(SinkProperties.Kind.CSV, "7");
        now = now.plus(Duration.ofHours(23));
        write(SinkProperties.Kind.CSV, "8");
        now = now.plus(Duration.ofHours(1));
        write(SinkProperties.Kind.CSV, "9");

        assertThat(read("out-000001.csv")).containsExactly("id", "1", "2", "3", "4", "5", "6");
        assertThat(read("out-000002.csv")).containsExactly("id", "7", "8");
        assertThat(read("out-000003.csv")).containsExactly("id", "9");
    }

    @Test
    void keepsWhatIsRejectedWithTheReason() throws Exception {
        try (Target target = open(SinkProperties.Kind.NDJSON)) {
            target.write(List.of(new Row.Unfit(origin("x"), "id is not of type bigint")), Map.of(FIRST, 1L));
        }

        assertThat(read("out.rejected.ndjson"))
                .containsExactly(
                        "{\"topic\":\"topic\",\"partition\":0,\"offset\":0,\"reason\":\"id is not of type bigint\","
                                + "\"value\":\"{\\\"id\\\":x}\"}");
    }

    @Test
    void letsNoTwoWriteTheSameFiles() throws Exception {
        try (Target _ = open(SinkProperties.Kind.NDJSON)) {
            assertThatThrownBy(() -> open(SinkProperties.Kind.NDJSON)).isInstanceOf(TargetFailure.class);
        }
        open(SinkProperties.Kind.NDJSON).close();
    }

    private void write(SinkProperties.Kind kind, String... ids) throws Exception {
        try (Target target = open(kind)) {
            target.write(rows(ids), Map.of(FIRST, (long) ids.length));
        }
    }

    private FileTarget open(SinkProperties.Kind kind) throws TargetFailure {
        SinkProperties.Destination to = new SinkProperties.Destination(
                kind,
                null,
                null,
                "",
                "",
                null,
                List.of(),
                folder,
                DataSize.ofBytes(kind == SinkProperties.Kind.CSV ? 15 : 1_000),
                Duration.ofDays(1));
        return FileTarget.open("out", sink(to), (InstantSource) () -> now);
    }

    private static SinkProperties.Sink sink(SinkProperties.Destination to) {
        return new SinkProperties.Sink("topic", Map.of(), List.of("id bigint"), to);
    }

    private static List<Row> rows(String... ids) {
        RowReader reader = new RowReader(Map.of(), List.of(Field.parse("id bigint")));
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(reader.read(origin(id)).orElseThrow());
        }
        return rows;
    }

    private static ConsumerRecord<byte[], byte[]> origin(String id) {
        return new ConsumerRecord<>("topic", 0, 0, "k".getBytes(UTF_8), ("{\"id\":" + id + "}").getBytes(UTF_8));
    }

    private List<String> read(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
