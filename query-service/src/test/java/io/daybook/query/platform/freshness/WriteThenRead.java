package io.daybook.query.platform.freshness;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.query.EventLog;
import io.daybook.query.QueryServiceScenario.Answer;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

/** A client that writes and at once wants to read what it has written, over and over. */
final class WriteThenRead {

    private final EventLog log;
    private final BiFunction<String, Long, Answer> read;
    private final ConcurrentLinkedQueue<String> stale = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pairs = new AtomicInteger();

    /** Reads by the path and the position to be passed. */
    WriteThenRead(EventLog log, BiFunction<String, Long, Answer> read) {
        this.log = log;
        this.read = read;
    }

    void run(String sku, int count) {
        log.append("product:" + sku, new ProductRegistered(sku, "0", true, null));
        long shown = 0;
        for (int number = 1; number <= count; number++) {
            String name = Integer.toString(number);
            log.append("product:" + sku, new ProductRevised(sku, name, null));
            long position = log.head();
            long start = System.nanoTime();
            Answer answer = read.apply("/products/" + sku, position);
            nanos.add(System.nanoTime() - start);
            pairs.incrementAndGet();
            long now = Long.parseLong(answer.header("Event-Position"));
            if (answer.status() != 200 || !answer.text("name").equals(name) || now < position || now < shown) {
                stale.add("%s: %d, %s where %s was written; at %d, wanted %d, was at %d"
                        .formatted(sku, answer.status(), answer.text("name"), name, now, position, shown));
            }
            shown = now;
        }
    }

    int pairs() {
        return pairs.get();
    }

    /** What should not have been. */
    List<String> stale() {
        return List.copyOf(stale);
    }

    /** The time that a share of the reads took at most, in microseconds. */
    long micros(double share) {
        long[] sorted = nanos.stream().flatMapToLong(LongStream::of).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1_000;
    }
}
