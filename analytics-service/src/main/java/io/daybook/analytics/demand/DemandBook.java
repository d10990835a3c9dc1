package io.daybook.analytics.demand;

import io.daybook.analytics.platform.RecentIds;
import io.daybook.analytics.platform.WrittenBehind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that one partition of a topic tells about demand. Each record is booked twice, in the coarse pane of its business
 * time, which is kept for ever, and in the fine one while that is recent by the partition's own newest time; so letting
 * a fine pane go loses nothing. The content follows from the partition's records alone. One thread writes, any number
 * read.
 */
final class DemandBook implements WrittenBehind {

    private final PaneSettings settings;
    private final PaneBook coarse;
    private final PaneBook fine;
    private final LastSales lastSales;
    private final RecentIds seen;
    private final Accounts accounts = new Accounts();
    private final FiguresFormat figuresFormat = new FiguresFormat();
    private final Map<String, String> categories = new ConcurrentHashMap<>();
    private Set<String> recategorised = ConcurrentHashMap.newKeySet();
    private volatile Progress progress = Progress.NONE;
    private Progress drained = Progress.NONE;
    private volatile Instant horizon = Instant.MIN;

    DemandBook(PaneSettings settings) {
        this.settings = settings;
        this.coarse = new PaneBook(Grain.COARSE, settings.coarse());
        this.fine = new PaneBook(Grain.FINE, settings.fine());
        this.lastSales = new LastSales(settings.lastSales());
        this.seen = new RecentIds(settings.activityIds());
    }

    /** Adds what the record at a place brings to an account. */
    void book(Instant time, Account account, Demand added, long place) {
        Account shared = accounts.shared(account);
        coarse.book(time, shared, added, place);
        if (!time.isBefore(horizon)) {
            fine.book(time, shared, added, place);
        }
    }

    void sold(Subject subject, Sale sale) {
        lastSales.add(subject, sale);
    }

    boolean isRepetition(String activityId, long offset) {
        return seen.isRepetition(activityId, offset);
    }

    void categorise(String sku, @Nullable String category) {
        if (category == null) {
            categories.remove(sku);
        } else {
            categories.put(sku, category);
        }
        recategorised.add(sku);
    }

    /** The record at a place is done; it made bookings at a time, or none. */
    void passed(long place, @Nullable Instant time) {
        Progress before = progress;
        if (place <= before.place()) {
            return;
        }
        if (time == null) {
            progress =
                    new Progress(place, before.newest(), before.coarseOnly(), before.repeated(), before.unreadable());
            return;
        }
        boolean isNewest = time.isAfter(before.newest());
        long tooOld = time.isBefore(horizon) ? 1 : 0;
        progress = new Progress(
                place,
                isNewest ? time : before.newest(),
                before.coarseOnly() + tooOld,
                before.repeated(),
                before.unreadable());
        if (isNewest) {
            moveHorizon(settings.horizon(time));
        }
    }

    void passedRepetition(long place) {
        Progress before = progress;
        progress =
                new Progress(place, before.newest(), before.coarseOnly(), before.repeated() + 1, before.unreadable());
    }

    void passedUnreadable(long place) {
        Progress before = progress;
        progress =
                new Progress(place, before.newest(), before.coarseOnly(), before.repeated(), before.unreadable() + 1);
    }

    Progress progress() {
        return progress;
    }

    /** The start of the first fine pane that is kept. */
    Instant horizon() {
        return horizon;
    }

    PaneBook panes(Grain grain) {
        return switch (grain) {
            case COARSE -> coarse;
            case FINE -> fine;
        };
    }

    List<Sale> lastSales(Subject subject) {
        return lastSales.of(subject);
    }

    /** The products whose category of today this is, as far as this partition has them. */
    Set<String> productsOf(String category) {
        return categories.entrySet().stream()
                .filter(product -> product.getValue().equals(category))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        switch (DemandFormat.keyOf(key)) {
            case DemandFormat.OfProgress() -> restored(DemandFormat.progressOf(present(value)));
            case DemandFormat.OfPage(PageKey at) ->
                panes(at.grain()).restore(at, value == null ? null : FiguresFormat.figuresOf(value, accounts));
            case DemandFormat.OfSale(LastSales.Key at) ->
                lastSales.restore(at, value == null ? null : DemandFormat.saleOf(at, value));
            case DemandFormat.OfActivities _ -> seen.restore(key, value);
            case DemandFormat.OfProduct(String sku) -> {
                if (value == null) {
                    categories.remove(sku);
                } else {
                    categories.put(sku, DemandFormat.textOf(value));
                }
            }
        }
    }

    @Override
    public void drain(BiConsumer<byte[], byte @Nullable []> writer) {
        for (Grain grain : Grain.values()) {
            panes(grain)
                    .drain((key, figures) -> writer.accept(
                            DemandFormat.bytesOf(key), figures == null ? null : figuresFormat.bytesOf(figures)));
        }
        lastSales.drain((key, sale) ->
                writer.accept(DemandFormat.bytesOf(key), sale == null ? null : DemandFormat.bytesOf(sale)));
        seen.drain((slot, block) -> writer.accept(DemandFormat.slotBytes(slot), block));
        Set<String> products = recategorised;
        recategorised = ConcurrentHashMap.newKeySet();
        for (String sku : products) {
            String category = categories.get(sku);
            writer.accept(DemandFormat.productBytes(sku), category == null ? null : DemandFormat.bytesOf(category));
        }
        if (!progress.equals(drained)) {
            drained = progress;
            writer.accept(DemandFormat.progressBytes(), DemandFormat.bytesOf(drained));
        }
    }

    private void restored(Progress stored) {
        progress = stored;
        drained = stored;
        horizon = settings.horizon(stored.newest());
    }

    /**
     * First the horizon and then the panes: a reader that still sees the old horizon afterwards has read whole panes.
     */
    private void moveHorizon(Instant start) {
        if (start.isAfter(horizon)) {
            horizon = start;
            fine.dropBefore(start);
        }
    }

    private static byte[] present(byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("Progress and activities are never taken away");
        }
        return value;
    }
}
