package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.bench.Report;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Rounds in which every kind of page is asked for once, from both ends of the log: the first one, and one from deep
 * inside. One auditor asks, page after page; each value is another one, as far as there are others.
 */
public final class EventPageRounds {

    private static final double GOAL_MILLIS = 50;
    private static final Duration INDEX_LIMIT = Duration.ofMinutes(20);
    private static final long LOOK_MILLIS = 100;
    private static final Pattern LAG = Pattern.compile("\"lag\":(\\d+)");

    private final Report report;
    private final Path home;
    private final long wanted;
    private final int pages;
    private final Duration warmUp;

    /**
     * Rounds.
     *
     * @param wanted how many events the log has at least
     * @param pages of each kind
     * @param warmUp of all of them together
     */
    public EventPageRounds(Report report, Path home, long wanted, int pages, Duration warmUp) {
        this.report = report;
        this.home = home;
        this.wanted = wanted;
        this.pages = pages;
        this.warmUp = warmUp;
    }

    public void run(BenchServer server) {
        long start = System.nanoTime();
        LargeLog log = LargeLog.of(wanted, server, home);
        report.figure("filling_seconds", seconds(start), "s");
        try (ServiceUnderLoad services = ServiceUnderLoad.startQueries(server, log.jdbcUrl(), home, Map.of());
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            Service service = new Service(http, "http://127.0.0.1:" + services.queryPort(), services.bearer());
            long before = log.number("SELECT position FROM query.event_index");
            long indexing = System.nanoTime();
            awaitIndexed(service);
            double rate = (log.events() - before) / seconds(indexing);
            report.figure("indexed_per_second", before < log.events() ? rate : 0, "events/s");
            sizes(log);
            measure(service, new EventQuestionnaire(log.events()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void awaitIndexed(Service service) throws InterruptedException {
        long deadline = System.nanoTime() + INDEX_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Matcher lag = LAG.matcher(service.get("/events/index"));
            if (lag.find() && Long.parseLong(lag.group(1)) == 0) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException("The index of events is not filled in time");
    }

    private void sizes(LargeLog log) {
        for (String table : new String[] {"events.event", "query.event_term", "query.event_often"}) {
            String sql = "SELECT coalesce(pg_total_relation_size(to_regclass('%s')), 0)".formatted(table);
            report.figure(table.replace('.', '_') + "_megabytes", log.number(sql) / 1e6, "MB");
        }
    }

    private void measure(Service service, EventQuestionnaire questions) throws InterruptedException {
        long end = System.nanoTime() + warmUp.toNanos();
        while (System.nanoTime() < end) {
            for (String path : questions.round().values()) {
                service.get(path);
            }
        }
        Map<String, Histogram> micros = new LinkedHashMap<>();
        for (int page = 0; page < pages; page++) {
            questions.round().forEach((key, path) -> {
                long start = System.nanoTime();
                service.get(path);
                micros.computeIfAbsent(key, _ -> new Histogram(TimeUnit.MINUTES.toMicros(1), 3))
                        .recordValue((System.nanoTime() - start) / 1_000);
            });
        }
        print(micros);
    }

    private void print(Map<String, Histogram> micros) {
        report.heading("Pages of 50 events, one after another, %d of each kind: p50 and p99 in ms".formatted(pages));
        micros.forEach((key, each) -> {
            double middle = millis(each, 50);
            double late = millis(each, 99);
            report.note(key + "_p50_ms", middle);
            report.note(key + "_p99_ms", late);
            report.line(String.format(Locale.ROOT, "  %-34s %7.1f %7.1f", key, middle, late));
        });
        double worst = micros.values().stream()
                .mapToDouble(each -> millis(each, 99))
                .max()
                .orElseThrow();
        report.figure("worst_p99", worst, "ms   goal %.0f".formatted(GOAL_MILLIS));
    }

    private static double millis(Histogram micros, double percentile) {
        return Math.round(micros.getValueAtPercentile(percentile) / 10.0) / 100.0;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** The query service for somebody who is let in. */
    private record Service(HttpClient http, String address, String bearer) {

        String get(String path) {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", bearer)
                        .build();
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + ": " + answer.body());
                }
                return answer.body();
            } catch (IOException e) {
                throw new IllegalStateException("The service does not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
