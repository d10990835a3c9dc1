package io.daybook.local.onlineretail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What an import has met so far: rows by kind, broken rows, and the figures of the file; read by the progress line
 * meanwhile.
 */
final class ImportRecord {

    private static final int LISTED = 1_000;

    private final Map<RowKind, Long> rows = new EnumMap<>(RowKind.class);
    private final List<BrokenRow> broken = new ArrayList<>();
    private final FileFigures figures = new FileFigures();
    private final LongAdder mapped = new LongAdder();
    private volatile @Nullable LocalDate date;

    void add(BrokenRow row) {
        rows.merge(RowKind.BROKEN, 1L, Long::sum);
        if (broken.size() < LISTED) {
            broken.add(row);
        }
    }

    void add(TradingDay day) {
        day.rows().forEach(row -> rows.merge(row.kind(), 1L, Long::sum));
        figures.add(day);
        mapped.add(day.rows().size());
        date = day.date();
    }

    long of(RowKind kind) {
        return rows.getOrDefault(kind, 0L);
    }

    /** The broken rows, the first thousand of them. */
    List<BrokenRow> broken() {
        return broken;
    }

    FileFigures figures() {
        return figures;
    }

    /** How many rows have been turned into requests. */
    long mapped() {
        return mapped.sum();
    }

    /** The trading day that is under way. */
    @Nullable LocalDate date() {
        return date;
    }
}
