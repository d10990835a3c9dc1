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
import org.jspecify.annotations.Nullable;

/**
 * The figures of one partition at one grain, panes in order of time and accounts within a pane. One thread writes, any
 * number read; a reader sees every figure whole, the figures of one record perhaps not at the same moment. A figure
 * takes about 150 bytes.
 */
final class PaneBook {

    private final Grain grain;
    private final Panes panes;
    private final NavigableMap<Instant, Pane> byStart = new ConcurrentSkipListMap<>();
    private final Set<String> currencies = ConcurrentHashMap.newKeySet();
    private List<Pane.Page> changed = new ArrayList<>();
    private List<PageKey> gone = new ArrayList<>();
    private @Nullable Pane last;
    private Instant lastStart = Instant.MIN;

    PaneBook(Grain grain, Panes panes) {
        this.grain = grain;
        this.panes = panes;
    }

    Panes panes() {
        return panes;
    }

    /** Adds what a record brings, once however often it is called for the record's place. */
    void book(Instant time, Account account, Demand added, long place) {
        Pane.Cell cell = cell(panes.startOf(time), account);
        cell.set(cell.figure().with(added, place));
        change(cell.page());
    }

    private void change(Pane.Page page) {
        if (!page.change()) {
            changed.add(page);
        }
    }

    /** Puts back a page that was stored; null for one that was taken away. */
    void restore(PageKey key, @Nullable Map<Account, Figure> figures) {
        if (figures == null) {
            Pane pane = byStart.get(key.pane());
            // of a pane that is divided otherwise by now, the figures are in other pages
            if (pane != null && pane.pages().size() == key.pages()) {
                byStart.remove(key.pane());
                lastStart = Instant.MIN;
            }
            return;
        }
        Pane pane = byStart.computeIfAbsent(key.pane(), start -> new Pane(grain, start, key.pages()));
        pane.divide(key.pages());
        figures.forEach((account, figure) -> {
            Pane.Cell known = pane.find(account);
            (known == null ? add(pane, account) : known).set(figure);
        });
    }

    /** Lets go of every pane that starts before a time. */
    void dropBefore(Instant time) {
        Map<Instant, Pane> old = byStart.headMap(time, false);
        old.values().forEach(pane -> gone.addAll(pane.leave()));
        old.clear();
        lastStart = Instant.MIN;
    }

    /** Hands over what has changed since the last time, and forgets that it has; null for a page that is no more. */
    void drain(BiConsumer<PageKey, Pane.@Nullable Figures> writer) {
        List<Pane.Page> written = changed;
        changed = new ArrayList<>(Math.min(written.size(), 1 << 16));
        for (Pane.Page page : written) {
            if (page.store()) {
                writer.accept(page.key(), page);
            }
        }
        List<PageKey> left = gone;
        gone = new ArrayList<>();
        left.forEach(key -> writer.accept(key, null));
    }

    /** Hands over the accounts of every pane of the range, in order of time. */
    void forEach(TimeRange range, PaneReader reader) {
        byStart.subMap(range.from(), true, range.until(), false)
                .forEach((start, pane) -> pane.cells()
                        .forEach((account, cell) ->
                                reader.accept(start, account, cell.figure().demand())));
    }

    /** Hands over those of the accounts that each pane of the range has, in order of time. */
    void forEach(TimeRange range, Iterable<Account> accounts, PaneReader reader) {
        byStart.subMap(range.from(), true, range.until(), false).forEach((start, pane) -> {
            for (Account account : accounts) {
                Pane.Cell cell = pane.find(account);
                if (cell != null) {
                    reader.accept(start, account, cell.figure().demand());
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
        Map.Entry<Instant, Pane> latest = byStart.lastEntry();
        return latest == null ? null : latest.getKey();
    }

    @Nullable Figure find(Instant start, Account account) {
        Pane pane = byStart.get(start);
        Pane.Cell cell = pane == null ? null : pane.find(account);
        return cell == null ? null : cell.figure();
    }

    /** What reads the figures of panes. */
    @FunctionalInterface
    interface PaneReader {
        void accept(Instant pane, Account account, Demand demand);
    }

    private Pane.Cell cell(Instant start, Account account) {
        Pane pane = pane(start);
        Pane.Cell known = pane.find(account);
        return known == null ? add(pane, account) : known;
    }

    /** Records mostly come in the order of time, so the last pane is at hand. */
    private Pane pane(Instant start) {
        Pane pane = last;
        if (pane == null || !start.equals(lastStart)) {
            Pane neighbour = pane;
            pane = byStart.computeIfAbsent(start, _ -> Pane.like(neighbour, grain, start));
            last = pane;
            lastStart = start;
        }
        return pane;
    }

    private Pane.Cell add(Pane pane, Account account) {
        currencies.add(account.currency());
        if (pane.isFull()) {
            gone.addAll(pane.divide(2 * pane.pages().size()));
            pane.pages().forEach(this::change);
        }
        return pane.add(account);
    }
}
