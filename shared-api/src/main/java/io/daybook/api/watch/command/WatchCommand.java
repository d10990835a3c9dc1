package io.daybook.api.watch.command;

import io.daybook.api.Command;

/** A command to the watch of this name. */
public sealed interface WatchCommand extends Command permits DefineWatch, RetireWatch {

    String name();

    @Override
    default String aggregateId() {
        return "watch:" + name();
    }
}
