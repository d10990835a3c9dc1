package io.daybook.analytics.window;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All windows by configuration. */
final class ConfiguredWindows {

    private final NavigableMap<String, ConfiguredWindow> byName = new TreeMap<>();

    ConfiguredWindows(WindowProperties properties) {
        properties
                .windows()
                .forEach(
                        (name, settings) -> byName.put(name, ConfiguredWindow.of(WindowDefinition.of(name, settings))));
    }

    Collection<ConfiguredWindow> all() {
        return byName.values();
    }

    Optional<ConfiguredWindow> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
