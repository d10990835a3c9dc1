package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.MeasuredSeries;
import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.RequestedTime;
import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.WatchDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Watches as they stand, measures with their bands, and what a watch would have done. */
@RestController
class MonitoringController {

    private final MonitoringQueries queries;
    private final AnalyticsProperties properties;

    MonitoringController(MonitoringQueries queries, AnalyticsProperties properties) {
        this.queries = queries;
        this.properties = properties;
    }

    @GetMapping("/monitoring/watches")
    WatchesView watches() {
        return queries.watches();
    }

    /** One group of a measure: the whole shop where neither {@code groupBy} nor {@code group} is given. */
    @GetMapping("/monitoring/measures/{name}")
    MeasureView measure(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String groupBy,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(required = false) @Nullable Duration every,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        Measure measure = one(Measure.class, name, "name");
        Grouping grouping = groupBy == null ? Grouping.NONE : one(Grouping.class, groupBy, "groupBy");
        if (!measure.groupings().contains(grouping)) {
            throw new InvalidValue("groupBy", "must be one of %s for %s".formatted(measure.groupings(), measure));
        }
        if (grouping == Grouping.NONE != group.isEmpty()) {
            throw new InvalidValue("group", "goes with groupBy, and groupBy with it");
        }
        if (currency != null && measure != Measure.REVENUE) {
            throw new InvalidValue("currency", "goes with the measure REVENUE only");
        }
        String shown = currency == null ? properties.currency() : Require.currency(currency, "currency");
        MeasureQuestion question = new MeasureQuestion(
                new MeasuredSeries(measure, measure == Measure.REVENUE ? shown : "", grouping),
                group,
                WatchDefinition.every(every),
                time(from, "from"),
                time(until, "until"));
        requireBounded(question);
        return queries.measure(question);
    }

    @PostMapping("/monitoring/backtest")
    BackTestView backTest(@RequestBody BackTestRequest body) {
        return queries.backTest(body.question());
    }

    private static void requireBounded(MeasureQuestion question) {
        Instant from = question.from();
        Instant until = question.until();
        if (from != null && until == null) {
            throw new InvalidValue("until", "goes with from");
        }
        if (from != null
                && until != null
                && (until.isBefore(from) || Duration.between(from, until).compareTo(question.longest()) > 0)) {
            throw new InvalidValue("until", "must be after from, by 7 days at most, or 420 days of hours");
        }
    }

    private @Nullable Instant time(@Nullable String text, String field) {
        return text == null ? null : RequestedTime.parse(text, field, properties.zone());
    }

    static <E extends Enum<E>> E one(Class<E> type, String name, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        constant.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findAny()
                .orElseThrow(
                        () -> new InvalidValue(field, "must be one of " + Arrays.toString(type.getEnumConstants())));
    }
}
