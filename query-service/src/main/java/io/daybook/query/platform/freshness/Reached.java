package io.daybook.query.platform.freshness;

/**
 * How far a segment has come, by one who knows.
 *
 * @param replaying whether it has been set back, and does again what it had done before
 */
record Reached(long position, boolean replaying) {}
