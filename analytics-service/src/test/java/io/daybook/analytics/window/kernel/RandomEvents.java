package io.daybook.analytics.window.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded partitions of a log, each roughly in order of time, with stragglers and a few that come far too late. */
final class RandomEvents {

    private final Random random;

    RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    List<List<Observation<BigDecimal>>> partitions(int partitions, int events) {
        List<List<Observation<BigDecimal>>> log = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            log.add(partition(partition, events));
        }
        return log;
    }

    private List<Observation<BigDecimal>> partition(int partition, int events) {
        List<Observation<BigDecimal>> records = new ArrayList<>();
        long now = random.nextLong(-300, -100);
        long watermark = Lateness.NO_WATERMARK;
        for (int offset = 0; offset < events; offset++) {
            now += random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(3);
            long at = now - behind();
            watermark = Math.max(watermark, at);
            BigDecimal value = BigDecimal.valueOf(random.nextInt(-500, 2_000), random.nextInt(4));
            records.add(new Observation<>("k" + random.nextInt(3), at, value, partition, offset, watermark));
        }
        return records;
    }

    private long behind() {
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt(400);
            case 1, 2 -> random.nextInt(60);
            case 3, 4, 5 -> random.nextInt(8);
            default -> 0;
        };
    }

    /** One of the orders in which the partitions may be read. */
    List<Observation<BigDecimal>> interleaved(List<List<Observation<BigDecimal>>> log) {
        List<Observation<BigDecimal>> read = new ArrayList<>();
        int[] next = new int[log.size()];
        int left = log.stream().mapToInt(List::size).sum();
        while (left > 0) {
            int partition = random.nextInt(log.size());
            int lot = random.nextInt(1, 40);
            while (lot-- > 0 && next[partition] < log.get(partition).size()) {
                read.add(log.get(partition).get(next[partition]++));
                left--;
            }
        }
        return read;
    }
}
