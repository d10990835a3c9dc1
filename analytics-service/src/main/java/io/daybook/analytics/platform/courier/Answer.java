package io.daybook.analytics.platform.courier;

/** What came of an attempt to hand an errand over. */
sealed interface Answer {

    /** It is done, now or by an earlier attempt. */
    record Done(int status) implements Answer {}

    /** It is turned down, and would be again. */
    record Refused(int status, String problem) implements Answer {}

    /** Nobody has decided about it yet. */
    record Undecided(String reason) implements Answer {}
}
