package io.daybook.analytics.recommendation.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * What one visit or basket has left: its steps, which readers see whole, and what only the writing thread knows of it.
 */
public final class Trail {

    private final String id;
    private final int number;
    private volatile Steps steps = Steps.NONE;

    /** The customers that are known to be behind it. */
    final List<String> customers = new ArrayList<>(1);
    /** Steps up to and including this time are forgotten. */
    long forgottenUntil = Long.MIN_VALUE;
    /** The latest time at which something of it was recorded or forgotten. */
    long lastHeardOf = Long.MIN_VALUE;

    Trail(String id, int number) {
        this.id = id;
        this.number = number;
    }

    public String id() {
        return id;
    }

    /** A number that no other trail has, in the order in which they were first seen. */
    int number() {
        return number;
    }

    public Steps steps() {
        return steps;
    }

    void replaceSteps(Steps replacement) {
        this.steps = replacement;
    }
}
