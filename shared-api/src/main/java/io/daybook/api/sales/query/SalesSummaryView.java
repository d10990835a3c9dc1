package io.daybook.api.sales.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The figures of a part of the sales book, and their currency. */
public record SalesSummaryView(
        String currency, @JsonUnwrapped SalesFiguresView figures) {}
