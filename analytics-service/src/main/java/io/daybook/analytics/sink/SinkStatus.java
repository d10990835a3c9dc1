package io.daybook.analytics.sink;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sink is at.
 *
 * @param to the kind of its target
 * @param written records since the service started, as are the next two
 * @param rejected those that could not be written, which are kept beside the target
 * @param passedOver those that are not among the ones chosen
 * @param lag records of this instance's partitions that are still to come; null while that is not known
 * @param partitions those of this instance, with the offset of the next record
 * @param error why it was interrupted last, null if it never was
 */
record SinkStatus(
        String name,
        String from,
        String to,
        State state,
        long written,
        long rejected,
        long passedOver,
        @Nullable Long lag,
        List<At> partitions,
        @Nullable String error,
        @Nullable Instant errorAt) {

    /** What a sink does. */
    enum State {
        /** It has not got so far as to have partitions, as the topic is missing or other instances have them all. */
        WAITING,
        RUNNING,
        /** It failed and will be tried again. */
        RETRYING,
        STOPPED
    }

    /** Where it is in a partition. */
    record At(int partition, long next) {}

    static SinkStatus of(String name, SinkProperties.Sink sink) {
        return new SinkStatus(
                name, sink.from(), sink.to().toString(), State.WAITING, 0, 0, 0, null, List.of(), null, null);
    }

    SinkStatus at(State now) {
        return new SinkStatus(name, from, to, now, written, rejected, passedOver, null, List.of(), error, errorAt);
    }

    SinkStatus at(@Nullable Long nowLag, Map<Integer, Long> next) {
        List<At> places = next.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(place -> new At(place.getKey(), place.getValue()))
                .toList();
        State now = places.isEmpty() ? State.WAITING : State.RUNNING;
        return new SinkStatus(name, from, to, now, written, rejected, passedOver, nowLag, places, error, errorAt);
    }

    SinkStatus wrote(long more, long moreRejected, long morePassedOver) {
        return new SinkStatus(
                name,
                from,
                to,
                state,
                written + more,
                rejected + moreRejected,
                passedOver + morePassedOver,
                lag,
                partitions,
                error,
                errorAt);
    }

    SinkStatus failed(String why, Instant when) {
        return new SinkStatus(
                name, from, to, State.RETRYING, written, rejected, passedOver, null, List.of(), why, when);
    }
}
