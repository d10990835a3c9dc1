package io.daybook.local.traffic;

/**
 * How far the whole system has come. A lag counts events behind the end of the log; {@link #UNKNOWN} where a service
 * gave no answer.
 *
 * @param head the position of the last event, which is the number of events
 */
public record Standing(long head, long commandLag, long queryLag, long analyticsLag) {

    public static final long UNKNOWN = -1;

    boolean settled() {
        return head != UNKNOWN && commandLag == 0 && queryLag == 0 && analyticsLag == 0;
    }

    /** Reads as "1,234 behind"; "up to date" for none. */
    public static String words(long lag) {
        if (lag == UNKNOWN) {
            return "no answer";
        }
        return lag == 0 ? "up to date" : "%,d behind".formatted(lag);
    }
}
