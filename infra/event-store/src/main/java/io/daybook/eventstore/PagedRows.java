package io.daybook.eventstore;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows read page by page, each page asked for when the one before it is used up. */
final class PagedRows implements Iterator<EventRow> {

    private final int pageSize;
    private final Function<Long, List<EventRow>> page;
    private final Function<EventRow, Long> next;
    private List<EventRow> current;
    private int index;

    private PagedRows(long start, int pageSize, Function<Long, List<EventRow>> page, Function<EventRow, Long> next) {
        this.pageSize = pageSize;
        this.page = page;
        this.next = next;
        this.current = page.apply(start);
    }

    /**
     * The rows from a place on.
     *
     * @param page reads the page at a place
     * @param next the place of the page that follows a row
     */
    static Stream<EventRow> of(
            long start, int pageSize, Function<Long, List<EventRow>> page, Function<EventRow, Long> next) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new PagedRows(start, pageSize, page, next), 0), false);
    }

    @Override
    public boolean hasNext() {
        if (index == current.size() && index == pageSize) {
            current = page.apply(next.apply(current.getLast()));
            index = 0;
        }
        return index < current.size();
    }

    @Override
    public EventRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.get(index++);
    }
}
