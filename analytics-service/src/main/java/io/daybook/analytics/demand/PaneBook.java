package io.daybook.analytics.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one partition at one grain, panes in order of time and accounts within a pane. One thread writes, any number read; a
 * reader sees every figure whole, the figures of one record perhaps not at the same moment. A figure takes about 200 bytes.
 */
final class PaneBook {

    private final Grain grain;
    private final Panes panes;
    private final NavigableMap<Instant, Map<Account, Cell>> cells = new ConcurrentSkipListMap<>();
    private final Set<String> currencies = ConcurrentHashMap.newKeySet();
    private List<Cell> changed = new ArrayList<>();
    private List<FigureKey> dropped = new ArrayList<>();
    private Instant lastStart = Instant.MIN;
    private Map<Account, Cell> lastPane = Map.of();

    /** A place for a figure; the writer alone touches {@code isChanged}. */
    private static final class Cell {

        private final FigureKey key;
        private volatile Figure figure;
        private boolean isChanged;

        private Cell(FigureKey key, Figure figure) {
            this.key = key;
            this.figure = figure;
        }
    }

    PaneBook(Grain grain, Panes panes) {
        this.grain = grain;
        this.panes = panes;
    }

    Panes panes() {
        return panes;
    }

    /** Adds what a record brings, once however often it is called for the record's place. */
    void book(Instant time, Account account, Demand added, long place) {
        Cell cell = cell(panes.startOf(time), account);
        cell.figure = cell.figure.with(added, place);
        if (!cell.isChanged) {
            cell.isChanged = true;
            changed.add(cell);
        }
    }

    /** Puts back a figure that was stored. */
    void restore(FigureKey key, @Nullable Figure figure) {
        if (figure != null) {
            cell(key.pane(), key.account()).figure = figure;
            return;
        }
        Map<Account, Cell> pane = cells.get(key.pane());
        if (pane != null) {
            pane.remove(key.account());
            if (pane.isEmpty()) {
                cells.remove(key.pane());
                lastStart = Instant.MIN;
            }
        }
    }

    /** Lets go of every pane that starts before a time. */
    void dropBefore(Instant time) {
        Map<Instant, Map<Account, Cell>> old = cells.headMap(time, false);
        old.values().forEach(pane -> pane.values().forEach(cell -> dropped.add(cell.key)));
        old.clear();
        lastStart = Instant.MIN;
    }

    /** Hands over what has changed since the last time, and forgets that it has. */
    void drain(BiConsumer<FigureKey, Figure> figures, Consumer<FigureKey> gone) {
        List<Cell> written = changed;
        changed = new ArrayList<>(Math.min(written.size(), 1 << 16));
        for (Cell cell : written) {
            cell.isChanged = false;
            figures.accept(cell.key, cell.figure);
        }
        List<FigureKey> removed = dropped;
        dropped = new ArrayList<>();
        removed.forEach(gone);
    }

    /** Hands over the accounts of every pane of the range, in order of time. */
    void forEach(TimeRange range, PaneReader reader) {
        cells.subMap(range.from(), true, range.until(), false)
                .forEach((start, pane) ->
                        pane.forEach((account, cell) -> reader.accept(start, account, cell.figure.demand())));
    }

    /** Hands over those of the accounts that each pane of the range has, in order of time. */
    void forEach(TimeRange range, Iterable<Account> accounts, PaneReader reader) {
        cells.subMap(range.from(), true, range.until(), false).forEach((start, pane) -> {
            for (Account account : accounts) {
                Cell cell = pane.get(account);
                if (cell != null) {
                    reader.accept(start, account, cell.figure.demand());
                }
            }
        });
    }

    /** Every account that there may be of the subjects. */
    List<Account> accountsOf(Collection<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> currencies.stream().map(currency -> new Account(subject, currency)))
                .toList();
    }

    /** The start of the latest pane with a figure. */
    @Nullable Instant latest() {
        Map.Entry<Instant, Map<Account, Cell>> latest = cells.lastEntry();
        return latest == null ? null : latest.getKey();
    }

    @Nullable Figure find(Instant pane, Account account) {
        Cell cell = cells.getOrDefault(pane, Map.of()).get(account);
        return cell == null ? null : cell.figure;
    }

    /** What reads the figures of panes. */
    @FunctionalInterface
    interface PaneReader {
        void accept(Instant pane, Account account, Demand demand);
    }

    /** Records mostly come in the order of time, so the last pane is at hand. */
    private Cell cell(Instant start, Account account) {
        if (!start.equals(lastStart)) {
            lastPane = cells.computeIfAbsent(start, _ -> new ConcurrentHashMap<>());
            lastStart = start;
        }
        Cell known = lastPane.get(account);
        if (known != null) {
            return known;
        }
        Cell fresh = new Cell(new FigureKey(grain, start, account), Figure.NONE);
        currencies.add(account.currency());
        lastPane.put(account, fresh);
        return fresh;
    }
}
