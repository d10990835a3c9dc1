package io.daybook.analytics.sales;

import static io.daybook.analytics.sales.Trade.NINE;
import static io.daybook.analytics.sales.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SalesBookTest {

    private static final Duration PANE = Duration.ofMinutes(15);
    private static final SalesKey KEY = new SalesKey(NINE, "GBP", "A");

    private final SalesBook book = new SalesBook();
    private final SalesBooks books = new SalesBooks();

    @Test
    void countsAnEventOnceHoweverOftenItComes() {
        book.book(KEY, sales(1, "1"), 7);
        book.book(KEY, sales(2, "2"), 9);

        assertThat(book.book(KEY, sales(1, "1"), 7)).isEqualTo(new SalesFigure(sales(3, "3"), 9));
        assertThat(book.book(KEY, sales(2, "2"), 9)).isEqualTo(new SalesFigure(sales(3, "3"), 9));
        assertThat(book.book(KEY, sales(4, "4"), 10)).isEqualTo(new SalesFigure(sales(7, "7"), 10));
    }

    @Test
    void addsUpThePartitionsWithinTheRange() {
        books.open(0, book);
        SalesBook other = new SalesBook();
        books.open(1, other);
        book.book(KEY, sales(1, "1"), 1);
        other.book(KEY, sales(2, "2"), 2);
        other.book(new SalesKey(NINE.plus(PANE), "GBP", "A"), sales(4, "4"), 3);
        other.book(new SalesKey(NINE.minus(PANE), "GBP", "B"), sales(8, "8"), 4);
        other.book(new SalesKey(NINE, "EUR", "A"), sales(16, "16"), 5);

        TimeRange pane = new TimeRange(NINE, NINE.plus(PANE));
        assertThat(books.total(pane, "GBP")).isEqualTo(sales(3, "3"));
        assertThat(books.total(TimeRange.ALWAYS, "GBP")).isEqualTo(sales(15, "15"));
        assertThat(books.total(TimeRange.ALWAYS, "EUR")).isEqualTo(sales(16, "16"));
        assertThat(books.bySku(TimeRange.ALWAYS, "GBP"))
                .containsEntry("A", sales(7, "7"))
                .containsEntry("B", sales(8, "8"));
        assertThat(books.byPane(TimeRange.ALWAYS, "GBP", "A"))
                .containsEntry(NINE, sales(3, "3"))
                .containsEntry(NINE.plus(PANE), sales(4, "4"))
                .hasSize(2);
        assertThat(books.latestPane()).contains(NINE.plus(PANE));
    }

    @Test
    void keepsTheNewerBookWhenTheOlderOneClosesLate() {
        SalesBook newer = new SalesBook();
        newer.book(KEY, sales(1, "1"), 1);
        books.open(0, book);
        books.open(0, newer);
        books.close(0, book);

        assertThat(books.total(TimeRange.ALWAYS, "GBP")).isEqualTo(sales(1, "1"));
        books.close(0, newer);
        assertThat(books.latestPane()).isEqualTo(Optional.empty());
    }
}
