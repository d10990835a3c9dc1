package io.daybook.analytics.monitoring.kernel;

import io.daybook.analytics.monitoring.kernel.SequenceRule.Followed;
import io.daybook.analytics.monitoring.kernel.SequenceRule.NotFollowed;
import io.daybook.analytics.monitoring.kernel.SequenceRule.Repeated;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Matches one rule against events that come in order of time. Of each key it keeps the times of the events that a match
 * may still begin with. {@link NotFollowed}: each first event waits; a second one settles all that wait, and time
 * passing makes a match of each that waited too long. {@link Followed}: a second event matches the latest first one in
 * time and settles all. {@link Repeated}: the event that makes the count full is a match, after which counting starts
 * anew. So no event begins two matches of a rule.
 */
public final class SequenceKernel {

    private final SequenceRule rule;
    private final Map<String, ArrayDeque<Long>> open = new TreeMap<>();
    /** Whatever was opened, in order of time; what has been settled since is no longer in {@link #open}. */
    private final ArrayDeque<Opened> expiring = new ArrayDeque<>();

    private record Opened(String key, long at) {}

    public SequenceKernel(SequenceRule rule) {
        this.rule = rule;
    }

    /** The matches there are with this event, which come after those that are overdue by its time. */
    public List<SequenceMatch> event(String key, String type, long epochMilli) {
        List<SequenceMatch> matches = new ArrayList<>(expire(epochMilli - 1));
        switch (rule) {
            case NotFollowed pattern -> {
                if (type.equals(pattern.second())) {
                    open.remove(key);
                }
                if (type.equals(pattern.first())) {
                    open(key, epochMilli);
                }
            }
            case Followed pattern -> {
                ArrayDeque<Long> firsts = type.equals(pattern.second()) ? open.remove(key) : null;
                if (firsts != null) {
                    matches.add(new SequenceMatch(key, firsts.getLast(), epochMilli));
                }
                if (type.equals(pattern.first())) {
                    open(key, epochMilli);
                }
            }
            case Repeated pattern -> {
                if (type.equals(pattern.type())) {
                    ArrayDeque<Long> times = open(key, epochMilli);
                    if (times.size() == pattern.times()) {
                        matches.add(new SequenceMatch(key, times.getFirst(), epochMilli));
                        open.remove(key);
                    }
                }
            }
        }
        return matches;
    }

    /** All events up to this time have come: the matches that this completes, in order of time. */
    public List<SequenceMatch> time(long epochMilli) {
        return expire(epochMilli);
    }

    /** How many events a match may still begin with. */
    public int openEvents() {
        return open.values().stream().mapToInt(ArrayDeque::size).sum();
    }

    private List<SequenceMatch> expire(long now) {
        List<SequenceMatch> matches = new ArrayList<>();
        while (!expiring.isEmpty() && expiring.getFirst().at() + rule.within() <= now) {
            Opened first = expiring.removeFirst();
            ArrayDeque<Long> times = open.get(first.key());
            if (times == null || times.getFirst() != first.at()) {
                continue;
            }
            times.removeFirst();
            if (times.isEmpty()) {
                open.remove(first.key());
            }
            if (rule instanceof NotFollowed) {
                matches.add(new SequenceMatch(first.key(), first.at(), first.at() + rule.within()));
            }
        }
        return matches;
    }

    private ArrayDeque<Long> open(String key, long at) {
        ArrayDeque<Long> times = open.computeIfAbsent(key, any -> new ArrayDeque<>());
        times.addLast(at);
        expiring.addLast(new Opened(key, at));
        return times;
    }

    /** The state as bytes: what may still begin a match, in order of time. */
    public byte[] state() {
        return Memory.write(memory -> {
            memory.keep((long) expiring.size());
            for (Opened opened : expiring) {
                memory.keep(opened.key());
                memory.keep(opened.at());
            }
            memory.keep((long) open.size());
            open.forEach((key, times) -> {
                memory.keep(key);
                memory.keep((long) times.size());
                times.forEach(memory::keep);
            });
        });
    }

    /** A kernel of the same rule that goes on where another left off. */
    public static SequenceKernel from(SequenceRule rule, byte[] state) {
        SequenceKernel kernel = new SequenceKernel(rule);
        Memory.read(state, memory -> {
            for (long left = memory.keep(0L); left > 0; left--) {
                kernel.expiring.addLast(new Opened(memory.keep(""), memory.keep(0L)));
            }
            for (long left = memory.keep(0L); left > 0; left--) {
                ArrayDeque<Long> times = kernel.open.computeIfAbsent(memory.keep(""), any -> new ArrayDeque<>());
                for (long events = memory.keep(0L); events > 0; events--) {
                    times.addLast(memory.keep(0L));
                }
            }
        });
        return kernel;
    }
}
