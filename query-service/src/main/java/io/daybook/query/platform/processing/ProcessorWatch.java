package io.daybook.query.platform.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks every second how far the processors have come: how fast they are, and since when one has not moved. */
@Component
public final class ProcessorWatch {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Segments segments;
    private final Activity activity;
    private final Clock clock;
    private final Map<String, Track> tracks = new ConcurrentHashMap<>();

    ProcessorWatch(Segments segments, Activity activity, Clock clock) {
        this.segments = segments;
        this.activity = activity;
        this.clock = clock;
    }

    /** Where a processor was at a time. */
    private record Sample(Instant at, long position) {}

    /** What is known of a processor's last minute. */
    private static final class Track {
        private final Deque<Sample> samples = new ArrayDeque<>();
        private long handled;
        private Instant moved;
        private Instant active;

        Track(Instant now) {
            moved = now;
            active = now;
        }
    }

    void sample() {
        Instant now = clock.instant();
        segments.all()
                .forEach((processor, places) ->
                        tracks.compute(processor, (_, track) -> taken(track, processor, now, Segments.passed(places))));
    }

    private Track taken(@Nullable Track before, String processor, Instant now, long position) {
        Track track = before == null ? new Track(now) : before;
        synchronized (track) {
            Sample last = track.samples.peekLast();
            if (last != null && position != last.position()) {
                track.moved = now;
            }
            if (last != null && position < last.position()) {
                // it was reset: what was before is another story
                track.samples.clear();
            }
            long handled = activity.count(processor);
            if (handled != track.handled) {
                track.handled = handled;
                track.active = now;
            }
            track.samples.addLast(new Sample(now, position));
            while (Duration.between(track.samples.getFirst().at(), now).compareTo(LONGEST) > 0) {
                track.samples.removeFirst();
            }
        }
        return track;
    }

    /** When a processor was last seen to have moved; now, where it has not been looked at. */
    public Instant moved(String processor) {
        Track track = tracks.get(processor);
        if (track == null) {
            return clock.instant();
        }
        synchronized (track) {
            return track.moved;
        }
    }

    /** When it was last seen to have moved, or to have handled an event in this instance, whatever came of it. */
    public Instant active(String processor) {
        Track track = tracks.get(processor);
        if (track == null) {
            return clock.instant();
        }
        synchronized (track) {
            return track.moved.isAfter(track.active) ? track.moved : track.active;
        }
    }

    /** Events a second over the last so much time, a minute at most. */
    public double perSecond(String processor, Duration over) {
        Track track = tracks.get(processor);
        if (track == null) {
            return 0;
        }
        synchronized (track) {
            Sample last = track.samples.peekLast();
            if (last == null) {
                return 0;
            }
            Instant begin = last.at().minus(over).minusMillis(500);
            Sample first = track.samples.stream()
                    .filter(sample -> !sample.at().isBefore(begin))
                    .findFirst()
                    .orElse(last);
            double seconds = Duration.between(first.at(), last.at()).toNanos() / 1e9;
            return seconds == 0 ? 0 : (last.position() - first.position()) / seconds;
        }
    }
}
