package io.daybook.bench.streams;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is measured, with the settings of the service that make it run. */
enum Subject {
    /** Demand: the views and carts that the service always counts, in panes, without a repartition. */
    TUMBLING("demand-activity", false, ""),
    HOPPING("window-bench", false, "kind=hopping measure=views size=1h advance=5m"),
    SLIDING("window-bench", false, "kind=sliding measure=views size=30m"),
    SESSION("window-bench", false, "kind=session measure=activities gap=30m"),
    COUNT("window-bench", false, "kind=count measure=views count=10 every=1"),
    CONTINUOUS("window-bench", false, "kind=continuous measure=views function=decayed half-life=10m"),
    /** The sales of demand. Recommendations read the same events and are paid for here, too. */
    SALES("demand-sales", true, ""),
    /** Tumbling windows by configuration, where facts move to their key; demand and recommendations read along. */
    KEYED("window-bench", true, "kind=tumbling measure=units key=sku size=15m");

    private final String topology;
    private final boolean readsEvents;
    private final String window;

    Subject(String topology, boolean readsEvents, String window) {
        this.topology = topology;
        this.readsEvents = readsEvents;
        this.window = window;
    }

    /** Its name in keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name under which the service shows it. */
    String topology() {
        return topology;
    }

    boolean readsEvents() {
        return readsEvents;
    }

    /** Whether it is the demand for activities; what else could read those is given a topic with nothing in it. */
    boolean countsActivities() {
        return this == TUMBLING;
    }

    /** What configures its window; nothing where the service has it anyway. */
    List<String> settings() {
        if (window.isEmpty()) {
            return List.of();
        }
        String from = readsEvents ? "from=sales " : "from=activity key=session ";
        return Stream.of((from + window + " grace=1m").split(" ", -1))
                .map(setting -> "--daybook.analytics.windows.bench." + setting)
                .toList();
    }
}
