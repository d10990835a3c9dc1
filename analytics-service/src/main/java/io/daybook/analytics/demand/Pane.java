package io.daybook.analytics.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one pane, divided by hash into pages of some sixteen at most that are stored as a whole: many records
 * change figures that stand together, and a stored record costs more than what is in it. The pages double as the pane
 * fills. One thread writes, any number read figures.
 */
final class Pane {

    private static final int FIGURES_A_PAGE = 16;

    private final Grain grain;
    private final Instant start;
    private final ConcurrentMap<Account, Cell> cells;
    private List<Page> pages;

    /** A place for a figure. */
    static final class Cell {

        private final Account account;
        private volatile Figure figure = Figure.NONE;
        private Page page;

        private Cell(Account account, Page page) {
            this.account = account;
            this.page = page;
        }

        Figure figure() {
            return figure;
        }

        void set(Figure next) {
            figure = next;
        }

        Page page() {
            return page;
        }
    }

    /** Figures with what they are kept for. */
    interface Figures {

        int count();

        void forEach(BiConsumer<Account, Figure> each);
    }

    /** Figures that are stored together; for the writer alone. */
    static final class Page implements Figures {

        private final PageKey key;
        private final List<Cell> cells = new ArrayList<>(FIGURES_A_PAGE);
        private boolean isChanged;
        private boolean isGone;

        private Page(PageKey key) {
            this.key = key;
        }

        PageKey key() {
            return key;
        }

        /** Says that it has to be stored; answers whether that was known. */
        boolean change() {
            boolean known = isChanged;
            isChanged = true;
            return known;
        }

        /** Says that it is stored; answers whether it should have been. */
        boolean store() {
            isChanged = false;
            return !isGone;
        }

        @Override
        public int count() {
            return cells.size();
        }

        @Override
        public void forEach(BiConsumer<Account, Figure> each) {
            for (Cell cell : cells) {
                each.accept(cell.account, cell.figure);
            }
        }
    }

    Pane(Grain grain, Instant start, int pages) {
        this.grain = grain;
        this.start = start;
        this.pages = emptyPages(pages);
        this.cells = new ConcurrentHashMap<>(pages * FIGURES_A_PAGE / 2);
    }

    /** An empty one, divided as another would have to be by now: neighbours in time fill alike. */
    static Pane like(@Nullable Pane other, Grain grain, Instant start) {
        int figures = other == null ? 0 : other.cells.size();
        return new Pane(
                grain, start, figures < FIGURES_A_PAGE ? 1 : 2 * Integer.highestOneBit(figures / FIGURES_A_PAGE));
    }

    private List<Page> emptyPages(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> new Page(new PageKey(grain, start, count, index)))
                .toList();
    }

    Map<Account, Cell> cells() {
        return cells;
    }

    @Nullable Cell find(Account account) {
        return cells.get(account);
    }

    List<Page> pages() {
        return pages;
    }

    boolean isFull() {
        return cells.size() >= pages.size() * FIGURES_A_PAGE;
    }

    /** Adds an account that it does not have. */
    Cell add(Account account) {
        Page page = pageOf(account);
        Cell cell = new Cell(account, page);
        page.cells.add(cell);
        cells.put(account, cell);
        return cell;
    }

    /** Divides it anew, if into more pages than now; answers the keys that none of its pages has any more. */
    List<PageKey> divide(int count) {
        if (count <= pages.size()) {
            return List.of();
        }
        List<PageKey> former = leave();
        pages = emptyPages(count);
        for (Cell cell : cells.values()) {
            cell.page = pageOf(cell.account);
            cell.page.cells.add(cell);
        }
        return former;
    }

    /** Gives its pages up; answers their keys. */
    List<PageKey> leave() {
        pages.forEach(page -> page.isGone = true);
        return pages.stream().map(Page::key).toList();
    }

    /** By the hash of texts, which is the same everywhere and always. */
    private Page pageOf(Account account) {
        int hash = account.hashCode();
        return pages.get((hash ^ hash >>> 16) & (pages.size() - 1));
    }
}
