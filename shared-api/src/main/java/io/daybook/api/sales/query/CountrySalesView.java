package io.daybook.api.sales.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The figures of the customers' country. */
public record CountrySalesView(
        String country, @JsonUnwrapped SalesFiguresView figures) {}
