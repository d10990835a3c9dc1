package io.daybook.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaybookTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter problems = new StringWriter();

    @TempDir
    private Path root;

    @Test
    void saysThatThereIsNoStack() {
        assertThat(run("status", "--state", root.resolve("none").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("There is no stack in", "none");
    }

    @Test
    void downAndResetAreContentWhereThereIsNoStack() {
        String none = root.resolve("none").toString();

        assertThat(run("down", "--state", none)).isZero();
        assertThat(run("reset", "--yes", "--state", none)).isZero();
        assertThat(Path.of(none)).doesNotExist();
    }

    @Test
    void resetLeavesWhatIsNotItsOwn() throws Exception {
        Path data = Files.createDirectories(root.resolve("data/postgresql"));
        Path letter = Files.writeString(root.resolve("letter.txt"), "Dear all");

        assertThat(run("reset", "--yes", "--state", root.toString())).isZero();

        assertThat(data).doesNotExist();
        assertThat(letter).exists();
    }

    @Test
    void refusesPortsThatNobodyMayUse() {
        assertThat(run("up", "--state", root.toString(), "--port-base", "80")).isEqualTo(1);
        assertThat(problems.toString()).contains("--port-base must lie between 1024 and");
    }

    private int run(String... arguments) {
        return Daybook.execute(new Console(new PrintWriter(out, true), new PrintWriter(problems, true)), arguments);
    }
}
