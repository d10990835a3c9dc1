package io.daybook.api.watch.event;

/** A fact about one watch. */
public sealed interface WatchEvent permits WatchDefined, WatchRetired {

    String name();
}
