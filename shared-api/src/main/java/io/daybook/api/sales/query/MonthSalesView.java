package io.daybook.api.sales.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.YearMonth;

/** The figures of a month in the shop's time zone. */
public record MonthSalesView(YearMonth month, @JsonUnwrapped SalesFiguresView figures) {}
