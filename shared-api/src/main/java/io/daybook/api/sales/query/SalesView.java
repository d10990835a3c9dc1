package io.daybook.api.sales.query;

import java.util.List;

/** The figures of a part of the sales book row by row, and their currency. */
public record SalesView<T>(String currency, List<T> items) {

    public SalesView {
        items = List.copyOf(items);
    }
}
