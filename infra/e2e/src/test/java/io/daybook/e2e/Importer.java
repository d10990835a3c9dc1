package io.daybook.e2e;

import io.daybook.local.onlineretail.ImportCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs {@code daybook import online-retail} and keeps what it says. */
final class Importer {

    private final RunningSystem system;
    private final StringWriter said = new StringWriter();

    Importer(RunningSystem system) {
        this.system = system;
    }

    /** Returns the exit code: 0 when nothing was refused and the shop's figures are those of the file. */
    int importUntil(LocalDate until) {
        return run("--until", until.toString());
    }

    int importAll() {
        return run();
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "online-retail",
                Repository.retailFile().toString(),
                "--port-base",
                String.valueOf(system.portBase()),
                "--secrets",
                system.secrets().toString()));
        arguments.addAll(List.of(options));
        return new CommandLine(new ImportCommand())
                .setOut(new PrintWriter(said, true))
                .execute(arguments.toArray(String[]::new));
    }

    /** Everything it has said so far. */
    String said() {
        return said.toString();
    }
}
