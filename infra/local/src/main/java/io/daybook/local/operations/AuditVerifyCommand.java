package io.daybook.local.operations;

import io.daybook.local.traffic.ProgressLine;
import io.daybook.notary.CheckpointFile;
import io.daybook.notary.EvidenceVerifier;
import io.daybook.notary.ExportVerifier;
import io.daybook.notary.Finding;
import io.daybook.notary.InvalidNote;
import io.daybook.notary.Verdict;
import io.daybook.notary.VerifierKey;
import io.daybook.notary.VerifierKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daybook audit verify}: checks an export, or evidence, with public keys and nothing else; no stack has to run.
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an export, or evidence: every event against its hash, all of them against the checkpoints, and the signatures.",
            "Needs no running stack. Ends with 0 when all is in order, 1 when not, 2 when it cannot be told."
        })
final class AuditVerifyCommand implements Callable<Integer> {

    private static final String EVIDENCE = "evidence.daybook";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the export, or a ZIP of evidence")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            required = true,
            description = "a public key, name+id+base64, or a file with one in each line; may be given several times")
    private List<String> keys = List.of();

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "checkpoints that were kept apart from the log; the export has to fit them as well")
    private @Nullable Path checkpoints;

    @Override
    public Integer call() {
        try {
            VerifierKeys trusted = trusted();
            return tell(isZip() ? verifyEvidence(trusted) : verifyExport(trusted));
        } catch (InvalidNote unfit) {
            throw new ParameterException(command().commandLine(), String.valueOf(unfit.getMessage()), unfit);
        } catch (IOException e) {
            throw new ParameterException(command().commandLine(), "Cannot be read: " + e.getMessage(), e);
        }
    }

    private Verdict verifyExport(VerifierKeys trusted) throws IOException {
        ExportVerifier verifier = new ExportVerifier(trusted);
        verifier.witnessedBy(checkpoints == null ? List.of() : new CheckpointFile(checkpoints).all());
        long size = Files.size(file);
        ProgressLine line = new ProgressLine(out());
        try (InputStream export = Files.newInputStream(file)) {
            Verdict verdict = verifier.verify(
                    export,
                    bytes -> line.draw(String.format(
                            Locale.ROOT, "%3d %% of %,d MB", 100 * bytes / Math.max(1, size), size >> 20)));
            line.draw("");
            return verdict;
        }
    }

    private boolean isZip() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.US_ASCII).equals("PK");
        }
    }

    private Verdict verifyEvidence(VerifierKeys trusted) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(EVIDENCE)) {
                    return new EvidenceVerifier(trusted).verify(zip);
                }
            }
        }
        throw new IOException(file + " has no " + EVIDENCE);
    }

    private int tell(Verdict verdict) {
        Finding finding = verdict.finding().orElse(null);
        PrintWriter out = out();
        if (finding == null) {
            out.printf(Locale.ROOT, "In order: %,d events, %,d checkpoints%n", verdict.events(), verdict.checkpoints());
        } else {
            out.printf(Locale.ROOT, "NOT in order: %s at position %,d%n", finding.kind(), finding.position());
            out.printf("  %s.%n", finding.words());
            out.printf(Locale.ROOT, "  It shows in the record at byte %,d of %s.%n", finding.offset(), file);
            out.printf(
                    Locale.ROOT,
                    "  The %,d events before are in order; %,d checkpoints fit.%n",
                    verdict.events(),
                    verdict.checkpoints());
        }
        verdict.checkpoint()
                .ifPresent(last -> out.printf(
                        Locale.ROOT,
                        "Last checkpoint that fits: %s, size %,d, root %s%n",
                        last.origin(),
                        last.size(),
                        last.rootText()));
        out.flush();
        return finding == null ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private VerifierKeys trusted() throws IOException {
        List<VerifierKey> all = new ArrayList<>();
        for (String key : keys) {
            if (isFile(key)) {
                all.addAll(VerifierKeys.parse(Files.readString(Path.of(key))).keys());
            } else {
                all.add(VerifierKey.parse(key));
            }
        }
        return new VerifierKeys(all);
    }

    private static boolean isFile(String key) {
        try {
            return Files.isRegularFile(Path.of(key));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private PrintWriter out() {
        return command().commandLine().getOut();
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not filled in the command");
        }
        return spec;
    }
}
