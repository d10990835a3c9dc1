package io.daybook.local.operations;

import io.daybook.local.LocalStackException;
import io.daybook.local.traffic.ProgressLine;
import io.daybook.notary.ExportEnd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code daybook audit export}: writes all events up to a position into a file, with the checkpoints that were signed.
 */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the events, from the first one on, and the checkpoints into a file.")
final class AuditExportCommand extends OperatorCommand {

    @Parameters(paramLabel = "FILE", description = "is made; must not be there yet")
    private Path file = Path.of("");

    @Option(
            names = "--until",
            paramLabel = "POSITION",
            description = "the last event; that of the latest checkpoint unless told otherwise")
    private @Nullable Long until;

    @Override
    int run(ReadSide readSide) {
        if (Files.exists(file)) {
            throw new ParameterException(spec().commandLine(), file + " is there already");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            download(readSide, part);
            ExportEnd end = ExportEnd.of(part)
                    .orElseThrow(() -> new LocalStackException("The export was cut off; nothing was kept. Try again"));
            Files.move(part, file);
            out().println(String.format(
                    Locale.ROOT,
                    "%s has %,d events and %,d checkpoints in %,d bytes",
                    file,
                    end.events(),
                    end.checkpoints(),
                    Files.size(file)));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new LocalStackException("Cannot write " + file + ": " + e.getMessage(), e);
        } finally {
            part.toFile().delete();
        }
    }

    private void download(ReadSide readSide, Path part) throws IOException {
        ProgressLine line = new ProgressLine(out());
        try (OutputStream out = Files.newOutputStream(part)) {
            readSide.download("/events/export" + (until == null ? "" : "?until=" + until), out, bytes -> {
                if (bytes % (1 << 20) < 1 << 14) {
                    line.draw(String.format(Locale.ROOT, "%,d MB", bytes >> 20));
                }
            });
            line.draw("");
        }
    }
}
