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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The windows by configuration, and what is kept of them: the windows that can still change, and a little longer. */
@RestController
class ConfiguredWindowsController {

    private static final int MOST = 1_000;
    private static final String PARTS = "/parts/windows/configured/";

    private final ConfiguredWindows windows;
    private final Topologies topologies;
    private final AnalyticsProperties properties;

    ConfiguredWindowsController(ConfiguredWindows windows, Topologies topologies, AnalyticsProperties properties) {
        this.windows = windows;
        this.topologies = topologies;
        this.properties = properties;
    }

    /** Every window with its counters and how far it has come in this instance, in order of name. */
    @GetMapping("/windows/configured")
    List<WindowView> configured() {
        return windows.all().stream().map(WindowView::of).toList();
    }

    /**
     * The windows of a key that start at or after {@code from} and before {@code until}, closed or not, in order,
     * whichever instance keeps them; money in the shop's currency unless another one is asked for.
     */
    @GetMapping("/windows/configured/{name}/results")
    List<ResultView> results(
            @PathVariable String name,
            @RequestParam(defaultValue = Group.ALL) String key,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String currency) {
        ConfiguredWindow window = windowNamed(name);
        if (limit < 1 || limit > MOST) {
            throw new InvalidValue("limit", "must be 1 to " + MOST);
        }
        Instant start = time(from, "from", "0001-01-01");
        Instant end = time(until, "until", "9999-12-31");
        Group group = new Group(key, window.definition().measure() == Measure.REVENUE ? shown(currency) : null);
        WindowQuestion question = new WindowQuestion(group.text(), start.toEpochMilli(), end.toEpochMilli(), limit);
        return topologies
                .shared(ConfiguredWindow.topologyOf(name))
                .ask(() -> window.part(question), PARTS + name, question, WindowPart.class)
                .stream()
                .flatMap(part -> part.results().stream())
                .sorted(ResultView.IN_ORDER)
                .limit(limit)
                .toList();
    }

    /** What other instances ask this one on behalf of a caller. */
    @PostMapping(PARTS + "{name}")
    WindowPart part(@PathVariable String name, @RequestBody WindowQuestion question) {
        return windowNamed(name).part(question);
    }

    private ConfiguredWindow windowNamed(String name) {
        return windows.find(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no window " + name));
    }

    private Instant time(@Nullable String text, String field, String otherwise) {
        return RequestedTime.parse(text == null ? otherwise : text, field, properties.zone());
    }

    private String shown(@Nullable String currency) {
        return currency == null ? properties.currency() : currency;
    }
}
