package io.daybook.analytics.window;

import io.daybook.analytics.window.kernel.StateInput;
import io.daybook.analytics.window.kernel.StateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** An event of the log at its position, on its way to where the order of all of them is restored. */
sealed interface Placed {

    byte OTHER = 'O';
    byte SALES = 'S';
    byte CATEGORY = 'C';

    long position();

    /** One of no concern; its position has to be known to be taken. */
    record Other(long position) implements Placed {}

    /** What was sold, by SKU. */
    record Sales(long position, Reading.Facts facts) implements Placed {}

    /** A product has a category from here on, or none. */
    record Category(long position, String sku, @Nullable String category) implements Placed {}

    /** All to one partition: there is one order. */
    static StreamPartitioner<byte[], Placed> partitioner() {
        return (_, _, _, _) -> Optional.of(Set.of(0));
    }

    static Serde<Placed> serde() {
        return Serdes.serdeFrom((_, placed) -> bytesOf(placed), (_, bytes) -> of(bytes));
    }

    static byte[] bytesOf(Placed placed) {
        StateOutput out = new StateOutput().putLong(placed.position());
        switch (placed) {
            case Other _ -> out.putByte(OTHER);
            case Sales(long _, Reading.Facts(long at, String _, List<Reading.Fact> facts)) -> {
                out.putByte(SALES).putTime(at).putInt(facts.size());
                facts.forEach(fact -> out.putText(fact.key()).putDecimal(fact.value()));
            }
            case Category(long _, String sku, String category) -> {
                out.putByte(CATEGORY).putText(sku);
                if (category != null) {
                    out.putByte(1).putText(category);
                } else {
                    out.putByte(0);
                }
            }
        }
        return out.toBytes();
    }

    static Placed of(byte[] bytes) {
        StateInput in = new StateInput(bytes);
        long position = in.number();
        return switch (in.oneByte()) {
            case SALES -> new Sales(position, facts(in));
            case CATEGORY -> new Category(position, in.text(), in.oneByte() == 1 ? in.text() : null);
            default -> new Other(position);
        };
    }

    private static Reading.Facts facts(StateInput in) {
        long at = in.time();
        int count = in.integer();
        List<Reading.Fact> facts = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            facts.add(new Reading.Fact(in.text(), in.decimal()));
        }
        return new Reading.Facts(at, null, facts);
    }
}
