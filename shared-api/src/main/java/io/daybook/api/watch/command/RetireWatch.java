package io.daybook.api.watch.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Has a watch raise no more alerts. It may be defined anew. */
public record RetireWatch(String name, String reason, Instant retiredAt) implements WatchCommand {
    public RetireWatch {
        name = Require.identifier(name, "name");
        reason = Require.text(reason, "reason");
        retiredAt = Require.time(retiredAt, "retiredAt");
    }
}
