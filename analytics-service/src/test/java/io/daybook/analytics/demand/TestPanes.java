package io.daybook.analytics.demand;

import java.time.Duration;

/** Panes as they are by default, with fewer of what is counted. */
final class TestPanes {

    static final PaneSettings SETTINGS = new PaneSettings(
            new Panes(Duration.ofMinutes(1)), new Panes(Duration.ofMinutes(15)), Duration.ofDays(8), 100, 1_000);

    private TestPanes() {}
}
