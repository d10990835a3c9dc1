package io.daybook.api.watch.command;

import io.daybook.api.Require;
import io.daybook.api.watch.WatchDefinition;
import java.time.Instant;

/**
 * Defines a watch, or defines it anew: the new definition takes the place of the old one. The same again changes
 * nothing.
 */
public record DefineWatch(String name, WatchDefinition definition, Instant definedAt) implements WatchCommand {
    public DefineWatch {
        name = Require.identifier(name, "name");
        Require.present(definition, "definition");
        definedAt = Require.time(definedAt, "definedAt");
    }
}
