package io.daybook.query.platform.freshness;

/**
 * What follows the log by itself, and is no processor: replies may be read from it all the same, by its name in
 * {@link ReadsFrom}.
 */
public interface LogFollower {

    String name();

    /** The position up to which what has happened can be seen in it, by whichever instance; costs no round trip. */
    long position();

    /** Whether it follows the log in this instance. */
    boolean isRunning();
}
