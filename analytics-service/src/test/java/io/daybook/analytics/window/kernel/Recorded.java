package io.daybook.analytics.window.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a kernel told: every word in order, and what a reader that upserts has in the end. */
final class Recorded implements WindowOutput<BigDecimal> {

    private final List<String> words = new ArrayList<>();
    private final Map<String, WindowResult> standing = new TreeMap<>();
    private final List<String> dropped = new ArrayList<>();

    @Override
    public void result(WindowResult result) {
        words.add(result.toString());
        standing.put(result.key() + "/" + result.id(), shown(result));
    }

    @Override
    public void withdrawn(String key, long id) {
        words.add("withdrawn " + key + "/" + id);
        if (standing.remove(key + "/" + id) == null) {
            throw new IllegalStateException("There is nothing to withdraw under " + key + "/" + id);
        }
    }

    @Override
    public void late(Observation<BigDecimal> event) {
        words.add("late " + event);
    }

    @Override
    public void dropped(Observation<BigDecimal> event) {
        words.add("dropped " + event);
        dropped.add(event.toString());
    }

    List<String> words() {
        return words;
    }

    Map<String, WindowResult> standing() {
        return standing;
    }

    List<String> dropped() {
        return dropped.stream().sorted().toList();
    }

    /** Sums of one value may have several scales. */
    static WindowResult shown(WindowResult result) {
        return new WindowResult(
                result.key(),
                result.id(),
                result.start(),
                result.end(),
                result.value().stripTrailingZeros(),
                result.count(),
                result.late(),
                result.correction());
    }

    /** A store in memory, as text. */
    static final class Store implements StateLog {

        private static final HexFormat HEX = HexFormat.of();

        private final Map<String, String> values = new TreeMap<>();

        @Override
        public void put(byte[] key, byte @Nullable [] value) {
            if (value == null) {
                values.remove(HEX.formatHex(key));
                return;
            }
            values.put(HEX.formatHex(key), HEX.formatHex(value));
        }

        void feed(WindowKernel<BigDecimal> kernel) {
            values.forEach((key, value) -> kernel.restore(HEX.parseHex(key), HEX.parseHex(value)));
        }

        Map<String, String> shown() {
            return values;
        }
    }
}
