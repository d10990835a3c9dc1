package io.daybook.api.watch;

/** By what a measure is told apart. Events of the log carry no shop, so there is no grouping by one. */
public enum Grouping {
    NONE,
    CATEGORY,
    COUNTRY
}
