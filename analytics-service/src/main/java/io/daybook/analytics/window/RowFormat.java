package io.daybook.analytics.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.window.kernel.Observation;
import io.daybook.analytics.window.kernel.WindowResult;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of results, the same for the same result.
 *
 * <pre>
 * key    window/key[/currency]/start         or  …/#n   the n-th event, where windows are counted
 * value  {"window", "key", ["currency"], "start", "end", ["number"], "value", "count", "late", "correction"}
 * late   window/key, or window/partition/offset without "key" in the value where the key is a session or a customer
 * </pre>
 *
 * A value is a JSON number with at most six digits after the point; money is a decimal string, exact. A window by
 * category has the log as a whole: there the partition is 0 and the offset the position.
 */
final class RowFormat {

    private static final int SHOWN_DIGITS = 6;
    private static final int CENTS = 2;

    private final WindowDefinition window;
    private final boolean counts;
    private final JsonMapper json = JsonMapper.builder().build();

    RowFormat(WindowDefinition window) {
        this.window = window;
        this.counts = window.kind() instanceof WindowKind.Count;
    }

    byte[] keyOf(String key, long id) {
        Group group = Group.of(key);
        String currency = group.currency() == null ? "" : group.currency() + "/";
        String which = counts ? "#" + id : time(id);
        return (window.name() + "/" + group.key() + "/" + currency + which).getBytes(UTF_8);
    }

    /** Of an event that came too late; by its place in the log where its key is somebody's. */
    byte[] keyOf(Observation<BigDecimal> event) {
        String key = window.isPersonal()
                ? event.partition() + "/" + event.offset()
                : Group.of(event.key()).key();
        return (window.name() + "/" + key).getBytes(UTF_8);
    }

    byte[] bytesOf(WindowResult result) {
        return written(out -> {
            group(out, Group.of(result.key()));
            out.writeStringProperty("start", time(result.start()));
            out.writeStringProperty("end", time(result.end()));
            if (counts) {
                out.writeNumberProperty("number", result.id());
            }
            value(out, result.value(), Group.of(result.key()).currency());
            out.writeNumberProperty("count", result.count());
            out.writeNumberProperty("late", result.late());
            out.writeNumberProperty("correction", result.correction());
        });
    }

    /** An event that came too late for any correction, with what it would have added. */
    byte[] bytesOf(Observation<BigDecimal> event) {
        return written(out -> {
            Group group = Group.of(event.key());
            if (window.isPersonal()) {
                // nothing can be taken out of that topic again
                out.writeStringProperty("window", window.name());
                currency(out, group);
            } else {
                group(out, group);
            }
            out.writeStringProperty("at", time(event.at()));
            value(out, event.value(), group.currency());
            out.writeStringProperty("watermark", time(event.watermark()));
            out.writeNumberProperty("partition", event.partition());
            out.writeNumberProperty("offset", event.offset());
        });
    }

    private void group(JsonGenerator out, Group group) {
        out.writeStringProperty("window", window.name());
        out.writeStringProperty("key", group.key());
        currency(out, group);
    }

    private static void currency(JsonGenerator out, Group group) {
        if (group.currency() != null) {
            out.writeStringProperty("currency", group.currency());
        }
    }

    private static void value(JsonGenerator out, BigDecimal value, @Nullable String currency) {
        BigDecimal shown = shown(value, currency != null);
        if (currency == null) {
            out.writeName("value");
            out.writeNumber(shown.toPlainString());
        } else {
            out.writeStringProperty("value", shown.toPlainString());
        }
    }

    /** Without needless zeros; money with two digits after the point at least. */
    static BigDecimal shown(BigDecimal value, boolean money) {
        BigDecimal rounded =
                value.scale() > SHOWN_DIGITS ? value.setScale(SHOWN_DIGITS, RoundingMode.HALF_EVEN) : value;
        BigDecimal stripped = rounded.stripTrailingZeros();
        int least = money ? CENTS : 0;
        return stripped.scale() < least ? stripped.setScale(least, RoundingMode.UNNECESSARY) : stripped;
    }

    static String time(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds).toString();
    }

    private byte[] written(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            content.accept(out);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
