package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.bench.Report;
import io.daybook.bench.Spread;
import io.daybook.local.ChildProcess;
import io.daybook.local.cli.Daybook;
import io.daybook.notary.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A log that the query service seals and hands out, and rounds in which {@code daybook audit verify} checks it. */
public final class VerificationRounds {

    private static final String ORIGIN = "bench/events";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOOK = Duration.ofMillis(20).toNanos();

    private final Report report;
    private final Path home;
    private final long wanted;
    private final int rounds;
    private final SigningKey key = SigningKey.generate(ORIGIN);

    public VerificationRounds(Report report, Path home, long wanted, int rounds) {
        this.report = report;
        this.home = home;
        this.wanted = wanted;
        this.rounds = rounds;
    }

    public void run(BenchServer server) {
        LargeLog log = LargeLog.of(wanted, server, home);
        report.heading("Sealing, exporting and verifying %,d events".formatted(log.events()));
        Path export = server.folder().resolve("events.daybook");
        Map<String, String> notary = Map.of("DAYBOOK_NOTARY_ORIGIN", ORIGIN, "DAYBOOK_NOTARY_KEY", key.pem());
        try (ServiceUnderLoad services = ServiceUnderLoad.startQueries(server, log.jdbcUrl(), home, notary)) {
            sealed(log);
            export(services, export);
        }
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            rates.add((double) log.events() / verified(export, server.folder()));
        }
        report.figure("checkpoints", (double) log.number("SELECT count(*) FROM query.notary_checkpoint"), "");
        report.spread("verified_per_second", Spread.of(rates), "events/s, start of the JVM included   goal 300000");
    }

    private void sealed(LargeLog log) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (log.number("SELECT coalesce(max(size), 0) FROM query.notary_checkpoint") < log.events()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The log is not sealed in time");
            }
            LockSupport.parkNanos(LOOK);
        }
        long millis = log.number(
                "SELECT 1000 * extract(epoch FROM max(signed_at) - min(signed_at))" + " FROM query.notary_checkpoint");
        long between = log.number("SELECT max(size) - min(size) FROM query.notary_checkpoint");
        report.figure("sealed_per_second", between * 1e3 / Math.max(1, millis), "events/s");
    }

    private void export(ServiceUnderLoad services, Path file) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + services.queryPort() + "/events/export"))
                .header("Authorization", services.bearer())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            long start = System.nanoTime();
            HttpResponse<Path> answer = http.send(request, HttpResponse.BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(Files.readString(file));
            }
            report.figure("exported_per_second", wanted / ((System.nanoTime() - start) / 1e9), "events/s");
            report.figure("export_megabytes", Files.size(file) / 1e6, "MB");
        } catch (IOException e) {
            throw new IllegalStateException("The log cannot be exported", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Answers how many seconds the command took. */
    private double verified(Path export, Path folder) {
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Daybook.class.getName(),
                "audit",
                "verify",
                export.toString(),
                "--key",
                key.verifier().toString());
        long start = System.nanoTime();
        ChildProcess verifier = ChildProcess.start("audit verify", line, Map.of(), folder.resolve("verify.log"));
        if (!verifier.awaitExit(LIMIT) || verifier.exitCode() != 0) {
            throw new IllegalStateException("The export is not in order, says " + folder.resolve("verify.log"));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
