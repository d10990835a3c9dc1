package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ProgressLine;
import io.daybook.local.traffic.SalesSummary;
import java.math.BigDecimal;

/** Holds the figures of the shop against those of the file. */
final class FigureComparison {

    private final ProgressLine out;
    private boolean same = true;

    FigureComparison(ProgressLine out) {
        this.out = out;
    }

    /** Prints the figures side by side; returns whether they are the same. */
    boolean show(FileFigures file, SalesSummary shop) {
        out.say("");
        out.say("%-22s %16s %16s".formatted("Figures", "file", "shop"));
        line("revenue " + shop.currency(), file.revenue(), shop.revenue());
        line("units", file.units(), shop.units());
        line("orders", file.orders(), shop.orders());
        line("customers", file.customers(), shop.customers());
        line("stock codes", file.products(), shop.products());
        line("cancellations", file.cancellations(), shop.cancellations().count());
        line("cancelled", file.cancelled(), shop.cancellations().amount());
        return same;
    }

    private void line(String name, long file, long shop) {
        line(name, BigDecimal.valueOf(file), BigDecimal.valueOf(shop));
    }

    private void line(String name, BigDecimal file, BigDecimal shop) {
        boolean equal = file.compareTo(shop) == 0;
        same &= equal;
        out.say("  %-20s %16s %16s%s".formatted(name, words(file), words(shop), equal ? "" : "  DIFFERS"));
    }

    private static String words(BigDecimal figure) {
        BigDecimal shortest = figure.stripTrailingZeros();
        return ("%,." + Math.max(0, shortest.scale()) + "f").formatted(shortest);
    }
}
