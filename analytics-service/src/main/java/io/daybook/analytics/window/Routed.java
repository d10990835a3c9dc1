package io.daybook.analytics.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.window.kernel.Observation;
import io.daybook.analytics.window.kernel.StateInput;
import io.daybook.analytics.window.kernel.StateOutput;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * What is sent to where a key is kept. All that is judged by time is settled before, by the partition of the log that
 * brought the event, so it makes no difference in which order several partitions arrive.
 */
sealed interface Routed {

    /** In the place of the partition that others come from. */
    int WISH = -1;

    /** An event, for the partition that keeps its key. */
    record Fact(Observation<BigDecimal> event) implements Routed {}

    /** What is kept under a key is to be forgotten up to a time. */
    record Wish(String key, long until) implements Routed {}

    /** How far a partition of the log has come, for every partition of keys. */
    record Mark(int partition, long watermark) implements Routed {}

    /** Facts by key; marks to all, and wishes, as the money of a key is apart by currency. */
    static StreamPartitioner<byte[], Routed> partitioner() {
        return (topic, key, routed, partitions) -> Optional.of(
                switch (routed) {
                    case Fact fact ->
                        Set.of(Utils.toPositive(
                                        Utils.murmur2(bytesOf(fact.event().key())))
                                % partitions);
                    case Mark _, Wish _ ->
                        IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
                });
    }

    static Serde<Routed> serde() {
        return Serdes.serdeFrom((topic, routed) -> bytesOf(routed), (topic, bytes) -> of(bytes));
    }

    static byte[] bytesOf(String key) {
        return key.getBytes(UTF_8);
    }

    private static byte[] bytesOf(Routed routed) {
        StateOutput out = new StateOutput();
        switch (routed) {
            case Fact(Observation<BigDecimal> event) ->
                out.putInt(event.partition())
                        .putTime(event.watermark())
                        .putTime(event.at())
                        .putLong(event.offset())
                        .putText(event.key())
                        .putDecimal(event.value());
            case Mark(int partition, long watermark) -> out.putInt(partition).putTime(watermark);
            case Wish(String key, long until) -> out.putInt(WISH).putTime(until).putText(key);
        }
        return out.toBytes();
    }

    private static Routed of(byte[] bytes) {
        StateInput in = new StateInput(bytes);
        int partition = in.integer();
        long watermark = in.time();
        if (partition == WISH) {
            return new Wish(in.text(), watermark);
        }
        if (bytes.length == Integer.BYTES + Long.BYTES) {
            return new Mark(partition, watermark);
        }
        long at = in.time();
        long offset = in.number();
        String key = in.text();
        return new Fact(new Observation<>(key, at, in.decimal(), partition, offset, watermark));
    }
}
