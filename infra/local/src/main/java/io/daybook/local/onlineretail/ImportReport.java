package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ProgressLine;
import io.daybook.local.traffic.Refusal;
import io.daybook.local.traffic.RequestKind;
import io.daybook.local.traffic.Tally;
import java.util.List;

/** Accounts for every row of the file and for every request. */
final class ImportReport {

    private static final int SHOWN = 100;

    private final ProgressLine out;

    ImportReport(ProgressLine out) {
        this.out = out;
    }

    void rows(ImportRecord record, long rowsRead) {
        out.say("");
        out.say("%-18s %9s  %s".formatted("Rows", "", "became"));
        long sum = 0;
        for (RowKind kind : RowKind.values()) {
            long rows = record.of(kind);
            sum += rows;
            out.say("  %-16s %,9d  %s".formatted(kind.label(), rows, kind.mapping()));
        }
        out.say("  %-16s %,9d  %s"
                .formatted("read", rowsRead, sum == rowsRead ? "every row is one of these" : "NOT the sum of these"));
        list(
                "Broken rows",
                record.of(RowKind.BROKEN),
                record.broken().stream()
                        .limit(SHOWN)
                        .map(row -> "line %d: %s".formatted(row.line(), row.reason()))
                        .toList());
    }

    void requests(Tally tally, long retries) {
        out.say("");
        out.say("%-20s %9s %12s %13s %9s".formatted("Requests", "", "wrote events", "known already", "refused"));
        for (RequestKind kind : RequestKind.values()) {
            Tally.Count count = tally.of(kind);
            if (count.requests() > 0) {
                line(kind.label(), count);
            }
        }
        line("all", tally.total());
        if (retries > 0) {
            out.say("  %,d attempts were repeated".formatted(retries));
        }
        list(
                "Refused requests",
                tally.total().refused(),
                tally.refusals().stream().limit(SHOWN).map(ImportReport::words).toList());
    }

    private void line(String label, Tally.Count count) {
        out.say("  %-18s %,9d %,12d %,13d %,9d"
                .formatted(label, count.requests(), count.written(), count.unchanged(), count.refused()));
    }

    private void list(String title, long count, List<String> lines) {
        if (count == 0) {
            return;
        }
        out.say("");
        out.say("%s: %,d".formatted(title, count));
        lines.forEach(text -> out.say("  " + text));
        if (count > lines.size()) {
            out.say("  and %,d more".formatted(count - lines.size()));
        }
    }

    private static String words(Refusal refusal) {
        return "%s %s: %s (%d) %s"
                .formatted(
                        refusal.kind().label(),
                        refusal.subject(),
                        refusal.why().code(),
                        refusal.why().status(),
                        refusal.why().detail());
    }
}
