package io.daybook.api.watch;

/** On which side of what is expected a value is odd. */
public enum Direction {
    BOTH,
    ABOVE,
    BELOW
}
