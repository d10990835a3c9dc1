package io.daybook.analytics.window;

import io.daybook.analytics.platform.AppliedPositions;

/** A window that is kept: what it is, its open tasks here, and how far they have come. */
record ConfiguredWindow(WindowDefinition definition, OpenWindows open, AppliedPositions applied) {

    static ConfiguredWindow of(WindowDefinition definition) {
        return new ConfiguredWindow(definition, new OpenWindows(), new AppliedPositions(topologyOf(definition.name())));
    }

    String name() {
        return definition.name();
    }

    /** The name of its topology. */
    static String topologyOf(String name) {
        return "window-" + name;
    }
}
