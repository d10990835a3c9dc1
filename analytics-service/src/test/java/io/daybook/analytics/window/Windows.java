package io.daybook.analytics.window;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Windows as a user would configure them. */
final class Windows {

    private Windows() {}

    /** From properties such as {@code "from=sales"}. */
    static WindowSettings settings(String... properties) {
        Map<String, String> values = new HashMap<>();
        for (String property : properties) {
            int equals = property.indexOf('=');
            values.put("window." + property.substring(0, equals), property.substring(equals + 1));
        }
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("window", WindowSettings.class);
    }

    static WindowDefinition window(String name, String... properties) {
        return WindowDefinition.of(name, settings(properties));
    }

    static WindowProperties topics(String results, String late) {
        return new WindowProperties(Map.of(), "daybook.activity", results, late);
    }
}
