package io.daybook.api.watch;

/** How a watch finds something odd. */
public enum WatchKind {
    /** A minute's or an hour's measure is off what is usual at its time, of a usual course or range. */
    BAND,
    /** The level of a measure has moved. */
    LEVEL_SHIFT,
    /** A measure has been zero for longer than it usually is. */
    SILENCE,
    /** The events of one order, price or stock item come in a pattern. */
    SEQUENCE
}
