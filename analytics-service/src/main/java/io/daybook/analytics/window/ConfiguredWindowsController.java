package io.daybook.analytics.window;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.RequestedTime;
import io.daybook.analytics.platform.Topologies;
import io.daybook.api.InvalidValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The windows by configuration, and what is kept of them: the windows that can still change, and a little longer. */
@RestController
@RequestMapping("/windows/configured")
class ConfiguredWindowsController {

    private static final int MOST = 1_000;

    private final ConfiguredWindows windows;
    private final Topologies topologies;
    private final AnalyticsProperties properties;

    ConfiguredWindowsController(ConfiguredWindows windows, Topologies topologies, AnalyticsProperties properties) {
        this.windows = windows;
        this.topologies = topologies;
        this.properties = properties;
    }

    /** Every window with its counters and how far it has come in this instance, in order of name. */
    @GetMapping
    List<WindowView> configured() {
        return windows.all().stream().map(WindowView::of).toList();
    }

    /**
     * The windows of a key that start at or after {@code from} and before {@code until}, closed or not, in order; money in
     * the shop's currency unless another one is asked for.
     */
    @GetMapping("/{name}/results")
    List<ResultView> results(
            @PathVariable String name,
            @RequestParam(defaultValue = Group.ALL) String key,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String currency) {
        ConfiguredWindow window = windows.find(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no window " + name));
        if (limit < 1 || limit > MOST) {
            throw new InvalidValue("limit", "must be 1 to " + MOST);
        }
        Instant start = time(from, "from", "0001-01-01");
        Instant end = time(until, "until", "9999-12-31");
        topologies.readinessOf(ConfiguredWindow.topologyOf(name)).require();
        window.open().require();
        Group group = new Group(key, window.definition().measure() == Measure.REVENUE ? shown(currency) : null);
        boolean counts = window.definition().kind() instanceof WindowKind.Count;
        return window.open().tasks().stream()
                .flatMap(task -> task.windowsOf(group.text(), start.toEpochMilli(), end.toEpochMilli(), limit).stream()
                        .map(result -> ResultView.of(result, counts, task.isClosed(result.end()))))
                .limit(limit)
                .toList();
    }

    private Instant time(@Nullable String text, String field, String otherwise) {
        return RequestedTime.parse(text == null ? otherwise : text, field, properties.zone());
    }

    private String shown(@Nullable String currency) {
        return currency == null ? properties.currency() : currency;
    }
}
