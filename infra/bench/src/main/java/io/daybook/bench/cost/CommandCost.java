package io.daybook.bench.cost;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one command costs on average.
 *
 * @param statements SQL statements, each a round trip
 * @param walSyncs times that PostgreSQL waited for its log to be on disk
 * @param walBytes bytes of that log
 * @param allocatedBytes bytes of heap
 * @param clientMicros CPU time of the service, in microseconds
 * @param serverMicros CPU time of PostgreSQL, in microseconds
 */
public record CommandCost(
        double statements,
        double walSyncs,
        double walBytes,
        double allocatedBytes,
        double clientMicros,
        double serverMicros) {

    /** What is counted and not timed, by the names that budgets use. */
    public Map<String, Double> counts() {
        Map<String, Double> counts = new LinkedHashMap<>();
        counts.put("statements", statements);
        counts.put("wal_syncs", walSyncs);
        counts.put("wal_bytes", walBytes);
        counts.put("allocated_bytes", allocatedBytes);
        return counts;
    }
}
