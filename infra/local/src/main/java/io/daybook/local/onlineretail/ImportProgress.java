package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ProgressLine;
import io.daybook.local.traffic.RequestSender;
import io.daybook.local.traffic.Standing;
import io.daybook.local.traffic.StandingReader;
import java.time.Duration;

/** Draws once a second how far the import is: rows, commands a second, events, and who is how far behind. */
final class ImportProgress {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int BAR = 20;

    private final RetailFile file;
    private final ImportRecord record;
    private final RequestSender sender;
    private final StandingReader reader;
    private final ProgressLine line;
    private final Thread thread;
    private long lastCommands;
    private long lastLook = System.nanoTime();

    ImportProgress(
            RetailFile file, ImportRecord record, RequestSender sender, StandingReader reader, ProgressLine line) {
        this.file = file;
        this.record = record;
        this.sender = sender;
        this.reader = reader;
        this.line = line;
        this.thread = Thread.ofVirtual().name("import-progress").unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                line.draw(text(reader.read()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String text(Standing standing) {
        long commands = sender.tally().total().requests();
        long now = System.nanoTime();
        double seconds = (now - lastLook) / 1e9;
        long rate = Math.round((commands - lastCommands) / seconds);
        lastCommands = commands;
        lastLook = now;
        int percent = file.percent();
        return "%s %3d %%  %s  %,d rows  %,d commands/s  %,d events  read side %s  analytics %s"
                .formatted(
                        bar(percent),
                        percent,
                        record.date() == null ? "" : record.date(),
                        record.mapped(),
                        rate,
                        Math.max(0, standing.head()),
                        Standing.words(standing.queryLag()),
                        Standing.words(standing.analyticsLag()));
    }

    private static String bar(int percent) {
        int done = Math.min(BAR, percent * BAR / 100);
        return "[" + "#".repeat(done) + " ".repeat(BAR - done) + "]";
    }
}
