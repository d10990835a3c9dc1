package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ShopRequest;
import java.time.LocalDate;
import java.util.List;

/** The requests of one day in three phases, each of which needs the one before it to be done. */
record DayPlan(
        LocalDate date, List<ShopRequest> products, List<ShopRequest> pricesAndReceipts, List<ShopRequest> trade) {}
