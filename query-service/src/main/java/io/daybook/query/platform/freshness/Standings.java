package io.daybook.query.platform.freshness;

import io.daybook.query.platform.freshness.RegisteredSegments.Registered;
import io.daybook.query.platform.freshness.Standing.ProcessorStanding;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Tokens;
import io.daybook.query.platform.instance.Instances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells how far processors have come, all their segments considered: this instance's own by their status, those of
 * another instance by what it says, and those of nobody by their tokens. It costs no round trip.
 */
@Component
final class Standings {

    private static final long OFTEN = Duration.ofMillis(100).toNanos();

    private final GenerationPath path;
    private final LocalSegments local;
    private final RegisteredSegments registered;
    private final Peers peers;
    private final Instances instances;
    private final Map<String, LogFollower> followers;
    private volatile long lookedAgain = System.nanoTime();
    private volatile Passed passed = new Passed(0);
    private volatile long taken;

    Standings(
            GenerationPath path,
            LocalSegments local,
            RegisteredSegments registered,
            Peers peers,
            Instances instances,
            List<LogFollower> followers) {
        this.path = path;
        this.local = local;
        this.registered = registered;
        this.peers = peers;
        this.instances = instances;
        this.followers = followers.stream().collect(Collectors.toMap(LogFollower::name, follower -> follower));
    }

    /** How far some processors have come in the generation of this thread. */
    Standing of(Collection<String> processors) {
        Generation asked = path.current();
        Long target = asked.target();
        if (target != null) {
            return Standing.still(asked, target);
        }
        if (asked.id() != path.live().id()) {
            return Standing.still(asked, asked.position());
        }
        return live(processors);
    }

    /**
     * Somebody waits: where other instances have segments, the tokens are read more often, in case nothing is heard
     * from them.
     */
    void awaited() {
        long now = System.nanoTime();
        if (now - lookedAgain > OFTEN && !instances.others().isEmpty()) {
            lookedAgain = now;
            registered.changed();
        }
    }

    /** How far some processors have come in the live generation. */
    Standing live(Collection<String> processors) {
        while (true) {
            Generation live = path.live();
            Registered segments = registered.of(live);
            Map<SegmentKey, Reached> own = local.of(processors);
            // between the two the processors may have moved to another generation
            if (path.live().id() == live.id()) {
                return Standing.following(live, standings(processors, segments, own));
            }
        }
    }

    private List<ProcessorStanding> standings(
            Collection<String> processors, Registered segments, Map<SegmentKey, Reached> own) {
        Passed known = passed(segments);
        Set<SegmentKey> unregistered = new HashSet<>(own.keySet());
        List<ProcessorStanding> standings = new ArrayList<>();
        for (String processor : processors) {
            LogFollower follower = followers.get(processor);
            if (follower != null) {
                standings.add(new ProcessorStanding(processor, follower.position()));
                continue;
            }
            long position = segments.places().stream()
                    .filter(place -> place.processor().equals(processor))
                    .mapToLong(place -> {
                        SegmentKey key = SegmentKey.of(processor, place.segment());
                        unregistered.remove(key);
                        return known.learn(key, own.getOrDefault(key, byOthers(key, place, segments.generation())));
                    })
                    .min()
                    .orElse(0);
            standings.add(new ProcessorStanding(processor, position));
        }
        if (!unregistered.isEmpty()) {
            registered.changed();
        }
        return standings;
    }

    /** What the owner says, where there is one; its token tells less, and later. */
    private Reached byOthers(SegmentKey segment, Tokens.Place place, int generation) {
        Reached told = peers.find(place.owner(), generation, segment);
        return told == null ? new Reached(place.position(), place.replaying()) : told;
    }

    private Passed passed(Registered segments) {
        if (taken < segments.reading()) {
            take(segments);
        }
        Passed known = passed;
        // a reading from before a switch must not be taken for the generation of now
        return known.generation() == segments.generation() ? known : new Passed(segments.generation());
    }

    private synchronized void take(Registered segments) {
        if (taken >= segments.reading()) {
            return;
        }
        Passed known = passed.generation() == segments.generation() ? passed : new Passed(segments.generation());
        segments.places().stream()
                .collect(Collectors.groupingBy(
                        Tokens.Place::processor,
                        Collectors.mapping(
                                place -> SegmentKey.of(place.processor(), place.segment()), Collectors.toSet())))
                .forEach(known::are);
        passed = known;
        taken = segments.reading();
    }
}
