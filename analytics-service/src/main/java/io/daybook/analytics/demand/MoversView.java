package io.daybook.analytics.demand;

import io.daybook.analytics.demand.MoverKernel.Mover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what moved most.
 *
 * @param from the beginning of the window; the reference ends there
 * @param next the cursor of the next page, null at the last
 */
record MoversView(
        Instant from,
        Instant until,
        Instant referenceFrom,
        String by,
        String direction,
        List<MoverView> items,
        @Nullable String next,
        CoverageView coverage) {

    /**
     * One product with the evidence for its place; numbers with a fraction are decimal strings.
     *
     * @param now the count in the window
     * @param before the count in the reference
     * @param expected the reference's count for the length of the window
     * @param difference {@code now} less {@code expected}
     * @param ratio {@code now} by {@code expected}; null where nothing was expected
     * @param score by how many standard deviations it moved, see {@link MoverKernel}
     */
    record MoverView(
            String sku,
            long now,
            long before,
            String expected,
            String difference,
            @Nullable String ratio,
            String score) {

        static MoverView of(Mover mover) {
            return new MoverView(
                    mover.sku(),
                    mover.now(),
                    mover.before(),
                    shown(mover.expected()),
                    shown(mover.now() - mover.expected()),
                    mover.expected() > 0 ? shown(mover.now() / mover.expected()) : null,
                    shown(mover.score()));
        }

        private static String shown(double number) {
            return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_UP).toPlainString();
        }
    }
}
