package io.daybook.analytics.sales;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one partition in memory, panes in order of time and SKUs within a pane: the one order that serves all
 * three questions. A total reads the panes of a range, top sellers likewise, and a SKU's windows look the SKU up once
 * in each pane. One thread writes, any number read; a reader sees every figure whole, the figures of one event perhaps
 * not at the same moment. A figure takes about 150 bytes; the reference year (400,000 figures) about 60 MB.
 */
final class SalesBook {

    private final NavigableMap<Instant, Map<Account, SalesFigure>> panes = new ConcurrentSkipListMap<>();

    private record Account(String currency, String sku) {}

    @Nullable SalesFigure find(SalesKey key) {
        Map<Account, SalesFigure> pane = panes.get(key.pane());
        return pane == null ? null : pane.get(account(key));
    }

    void write(SalesKey key, SalesFigure figure) {
        panes.computeIfAbsent(key.pane(), start -> new ConcurrentHashMap<>()).put(account(key), figure);
    }

    /**
     * Books the sales of the event at a position, once however often it is called, and returns the figure as it now
     * is.
     */
    SalesFigure book(SalesKey key, Sales sold, long position) {
        SalesFigure before = find(key);
        SalesFigure after = before == null ? new SalesFigure(sold, position) : before.with(sold, position);
        write(key, after);
        return after;
    }

    /** Hands over the sales of every SKU in each pane of the range, in order of time. */
    void forEachSku(TimeRange range, String currency, BiConsumer<String, Sales> reader) {
        panesOf(range)
                .values()
                .forEach(pane -> pane.forEach((account, figure) -> {
                    if (account.currency().equals(currency)) {
                        reader.accept(account.sku(), figure.sales());
                    }
                }));
    }

    /** Hands over a SKU's sales in each pane of the range that has any, in order of time. */
    void forEachPane(TimeRange range, String currency, String sku, BiConsumer<Instant, Sales> reader) {
        Account account = new Account(currency, sku);
        panesOf(range).forEach((start, pane) -> {
            SalesFigure figure = pane.get(account);
            if (figure != null) {
                reader.accept(start, figure.sales());
            }
        });
    }

    /** The start of the latest pane with a figure. */
    @Nullable Instant latestPane() {
        Map.Entry<Instant, Map<Account, SalesFigure>> latest = panes.lastEntry();
        return latest == null ? null : latest.getKey();
    }

    private NavigableMap<Instant, Map<Account, SalesFigure>> panesOf(TimeRange range) {
        return panes.subMap(range.from(), true, range.until(), false);
    }

    private static Account account(SalesKey key) {
        return new Account(key.currency(), key.sku());
    }
}
