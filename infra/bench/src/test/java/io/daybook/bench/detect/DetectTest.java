package io.daybook.bench.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DetectTest {

    private static final LocalDateTime START = LocalDateTime.of(2014, 4, 1, 0, 0);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Detect.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Run(command.execute(arguments), out.toString(), err.toString());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), content);
    }

    /** A wave of a day every five minutes with a spike in row 2,000. */
    private static String wave() {
        StringBuilder series = new StringBuilder("timestamp,value\n");
        for (int row = 0; row < 2500; row++) {
            double value = 100 + 30 * Math.sin(2 * Math.PI * row / 288) + row * 7919L % 13 + (row == 2000 ? 90 : 0);
            series.append(FORMAT.format(START.plusMinutes(5L * row)))
                    .append(',')
                    .append(value)
                    .append('\n');
        }
        return series.toString();
    }

    @Test
    void writesAScoreForEachRowAndTheHighestForTheSpike() throws IOException {
        String series = wave();
        Run run = run(file(series).toString());

        assertThat(run.status).isZero();
        assertThat(run.lines()).hasSize(2501).first().isEqualTo("timestamp,value,anomaly_score");
        List<String> rows = series.lines().skip(1).toList();
        double highest = 0;
        int at = -1;
        for (int row = 0; row < rows.size(); row++) {
            String line = run.lines().get(row + 1);
            assertThat(line).startsWith(rows.get(row) + ",");
            double score = Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
            assertThat(score).isBetween(0.0, 1.0);
            at = score > highest ? row : at;
            highest = Math.max(highest, score);
        }
        assertThat(at).isEqualTo(2000);
    }

    @Test
    void writesTheSameForTheSameZipped() throws IOException {
        Path plain = file(wave());
        Path zipped = folder.resolve("series.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(plain, out);
        }
        Path scores = folder.resolve("scores.csv");

        assertThat(run(zipped.toString(), "--out", scores.toString()).status).isZero();
        assertThat(scores).content().isEqualTo(run(plain.toString()).out);
    }

    @Test
    void explainsAndDraws() throws IOException {
        Path picture = folder.resolve("picture.svg");
        Run run = run(file(wave()).toString(), "--explain", "1", "--plot", picture.toString());

        assertThat(run.err).contains("2014-04-07 22:40:00").contains("expected").contains("one in");
        assertThat(picture).content().startsWith("<svg").contains("<circle").endsWith("</svg>\n");
    }

    @Test
    void goesOverMissingValuesAndExtraColumns() throws IOException {
        Run run = run(file("host,value,timestamp\na,,2014-04-01\nb,NaN,2014-04-02\nc,3,2014-04-03\n")
                .toString());

        assertThat(run.lines())
                .containsExactly(
                        "timestamp,value,anomaly_score", "2014-04-01,,0.0", "2014-04-02,NaN,0.0", "2014-04-03,3,0.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time,value\\n|line 1: the header must name the columns timestamp and value, and is time,value",
                "timestamp,value\\n2014-04-01 00:00:00,1\\nyesterday,2\\n|line 3: 'yesterday' is no timestamp",
                "timestamp,value\\n\\n2014-04-01 00:00:00,much\\n|line 3: 'much' is no number",
                "timestamp,value\\n2014-04-01 00:00:00\\n|line 2: 1 fields where the header has more"
            })
    void saysWhichLineCannotBeRead(String content, String reason) throws IOException {
        Run run = run(file(content.replace("\\n", "\n")).toString());

        assertThat(run.status).isEqualTo(1);
        assertThat(run.err.strip()).isEqualTo(reason);
    }

    @Test
    void saysThatAFileIsEmptyOrNotThere() throws IOException {
        assertThat(run(file("").toString()).err.strip())
                .isEqualTo("line 1: the file is empty; its header should be timestamp,value");
        assertThat(run(folder.resolve("none.csv").toString()).err)
                .contains("There is no file")
                .contains("none.csv");
    }

    @Test
    void skipsTheYearWhereItIsNotThere() {
        Run run = run(folder.resolve("none.csv.gz").toString(), "--online-retail");

        assertThat(run.status).isZero();
        assertThat(run.err).startsWith("Skipped");
    }

    @ParameterizedTest
    @CsvSource({
        "2014-04-01 00:00:00, 1396310400",
        "2014-04-01T00:00:00, 1396310400",
        "2014-04-01T00:00:00Z, 1396310400",
        "2014-04-01T02:00:00+02:00, 1396310400",
        "2014-04-01 00:00:00.250, 1396310400",
        "2014-04-01, 1396310400",
        "1396310400, 1396310400",
        "1396310400.9, 1396310400",
        "1396310400000, 1396310400",
        "0, 0",
        "-5, -5"
    })
    void readsTimestamps(String text, long epochSecond) {
        assertThat(TimestampText.epochSecond(text)).hasValue(epochSecond);
    }

    @ParameterizedTest
    @CsvSource({"2014-13-01", "noon", "''", "2014-04-01 25:00:00", "01/04/2014"})
    void knowsWhatIsNoTimestamp(String text) {
        assertThat(TimestampText.epochSecond(text)).isEmpty();
    }
}
