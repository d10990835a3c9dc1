package io.daybook.analytics.demand;

import io.daybook.analytics.demand.StandingPart.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far a topology has come in all of its partitions.
 *
 * @param products those of the category that was asked about
 */
record Standings(Map<Integer, Standing> byPartition, Set<String> products) {

    static Standings of(List<StandingPart> parts) {
        Map<Integer, Standing> byPartition = new TreeMap<>();
        Set<String> products = new HashSet<>();
        parts.forEach(part -> {
            byPartition.putAll(part.standings());
            products.addAll(part.products());
        });
        return new Standings(byPartition, products);
    }

    /** The newest business time booked. */
    Optional<Instant> newest() {
        return byPartition.values().stream()
                .map(standing -> standing.progress().newest())
                .filter(time -> time.isAfter(Instant.MIN))
                .max(Comparator.naturalOrder());
    }

    /** From when on every partition has fine panes. */
    Instant horizon() {
        return byPartition.values().stream()
                .map(Standing::horizon)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** The place up to which every partition has everything. */
    long lowestPlace() {
        return byPartition.values().stream()
                .mapToLong(standing -> standing.progress().place())
                .min()
                .orElse(-1);
    }

    long highestPlace() {
        return byPartition.values().stream()
                .mapToLong(standing -> standing.progress().place())
                .max()
                .orElse(-1);
    }
}
