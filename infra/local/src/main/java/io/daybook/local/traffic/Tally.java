package io.daybook.local.traffic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what came of the requests, by kind; safe for many threads. */
public final class Tally {

    private static final int LISTED = 1_000;

    private final Map<RequestKind, Row> rows = new EnumMap<>(RequestKind.class);
    private final List<Refusal> refusals = new ArrayList<>();

    public Tally() {
        for (RequestKind kind : RequestKind.values()) {
            rows.put(kind, new Row(new LongAdder(), new LongAdder(), new LongAdder()));
        }
    }

    private record Row(LongAdder written, LongAdder unchanged, LongAdder refused) {
        Count count() {
            return new Count(written.sum(), unchanged.sum(), refused.sum());
        }
    }

    /** How many requests wrote events, were known already, and were refused. */
    public record Count(long written, long unchanged, long refused) {
        public long requests() {
            return written + unchanged + refused;
        }

        private Count plus(Count other) {
            return new Count(written + other.written, unchanged + other.unchanged, refused + other.refused);
        }
    }

    void add(ShopRequest request, Outcome outcome) {
        Row row = row(request.kind());
        switch (outcome) {
            case Outcome.Written ignored -> row.written().increment();
            case Outcome.Unchanged ignored -> row.unchanged().increment();
            case Outcome.Refused refused -> {
                row.refused().increment();
                list(new Refusal(request.kind(), request.subject(), refused));
            }
        }
    }

    private synchronized void list(Refusal refusal) {
        if (refusals.size() < LISTED) {
            refusals.add(refusal);
        }
    }

    public Count of(RequestKind kind) {
        return row(kind).count();
    }

    public Count total() {
        return rows.values().stream().map(Row::count).reduce(new Count(0, 0, 0), Count::plus);
    }

    /** The refusals, the first thousand of them. */
    public synchronized List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private Row row(RequestKind kind) {
        Row row = rows.get(kind);
        if (row == null) {
            throw new IllegalStateException("no row for " + kind);
        }
        return row;
    }
}
