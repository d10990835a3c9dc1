package io.daybook.api.sales.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/** The figures of a day in the shop's time zone. */
public record DaySalesView(LocalDate day, @JsonUnwrapped SalesFiguresView figures) {}
