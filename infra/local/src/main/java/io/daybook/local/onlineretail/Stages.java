package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ProgressLine;
import io.daybook.local.traffic.Settlement;
import io.daybook.local.traffic.Standing;

/** Measures how long each stage of the system took, from the first request on. */
final class Stages {

    private final long start = System.nanoTime();
    private final long headBefore;
    private long acceptedNanos;
    private long requests;

    Stages(long headBefore) {
        this.headBefore = Math.max(0, headBefore);
    }

    void accepted(long allRequests) {
        acceptedNanos = System.nanoTime() - start;
        requests = allRequests;
    }

    void show(Settlement.Result settled, ProgressLine out) {
        Standing last = settled.last();
        out.say("Time taken");
        stage(out, "commands accepted", acceptedNanos, requests + " requests");
        stage(
                out,
                "orders fulfilled and published",
                acceptedNanos + settled.commandNanos(),
                Standing.words(last.commandLag()));
        stage(out, "read side", acceptedNanos + settled.queryNanos(), Standing.words(last.queryLag()));
        stage(out, "analytics", acceptedNanos + settled.analyticsNanos(), Standing.words(last.analyticsLag()));
        out.say("  %,d events before, %,d now".formatted(headBefore, last.head()));
        if (!settled.settled()) {
            out.say("Gave up waiting: nothing has moved for a while. The figures below are those of now.");
        }
    }

    private static void stage(ProgressLine out, String name, long nanos, String remark) {
        out.say("  %-32s %7.1f s  %s".formatted(name, nanos / 1e9, remark));
    }
}
