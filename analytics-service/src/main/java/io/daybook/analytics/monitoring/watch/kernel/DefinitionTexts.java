package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.api.watch.event.WatchDefined;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definition of a watch as a list of texts, and back. */
public final class DefinitionTexts {

    private static final String NONE = "";

    private DefinitionTexts() {}

    public static List<String> of(WatchDefined watch) {
        List<String> texts = new ArrayList<>();
        texts.add(watch.name());
        texts.add(Long.toString(watch.version()));
        texts.add(watch.kind());
        texts.add(orNone(watch.measure()));
        texts.add(orNone(watch.currency()));
        texts.add(watch.groupBy());
        texts.add(watch.every());
        texts.add(watch.direction());
        texts.add(orNone(watch.threshold()));
        texts.add(orNone(watch.tolerance()));
        texts.add(watch.quiet());
        texts.add(watch.severity());
        texts.add(watch.definedAt().toString());
        WatchDefined.Sequence sequence = watch.sequence();
        if (sequence != null) {
            texts.add(sequence.form());
            texts.add(Integer.toString(sequence.times()));
            texts.add(sequence.within());
            texts.add(Integer.toString(sequence.first().size()));
            texts.addAll(sequence.first());
            texts.addAll(sequence.second());
        }
        return texts;
    }

    public static WatchDefined read(List<String> texts) {
        return new WatchDefined(
                texts.get(0),
                Long.parseLong(texts.get(1)),
                texts.get(2),
                orNull(texts.get(3)),
                orNull(texts.get(4)),
                texts.get(5),
                texts.get(6),
                texts.get(7),
                amountOrNull(texts.get(8)),
                amountOrNull(texts.get(9)),
                texts.get(10),
                texts.size() > 13 ? sequence(texts.subList(13, texts.size())) : null,
                texts.get(11),
                Instant.parse(texts.get(12)));
    }

    private static WatchDefined.Sequence sequence(List<String> texts) {
        int firsts = Integer.parseInt(texts.get(3));
        return new WatchDefined.Sequence(
                texts.get(0),
                List.copyOf(texts.subList(4, 4 + firsts)),
                List.copyOf(texts.subList(4 + firsts, texts.size())),
                Integer.parseInt(texts.get(1)),
                texts.get(2));
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal amountOrNull(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
