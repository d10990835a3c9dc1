package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import io.daybook.analytics.monitoring.kernel.SequenceKernel;
import io.daybook.analytics.monitoring.kernel.SequenceMatch;
import io.daybook.analytics.monitoring.kernel.SequenceRule;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.watch.WatchedSequence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Watches for a pattern of events of one order, price or stock item. What matches in a minute is told when that closes.
 */
final class SequenceWatcher implements Watcher {

    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String RULE = "rule";
    private static final String FIRSTS = "firsts";

    private final WatchedSequence sequence;
    private final SequenceRule rule;
    private final long within;
    /** The positions of the events that a match may begin with, by time and subject. */
    private final TreeMap<Long, TreeMap<String, Long>> firsts = new TreeMap<>();

    private SequenceKernel kernel;

    SequenceWatcher(WatchedSequence sequence) {
        this.sequence = sequence;
        this.within = sequence.within().toMillis();
        this.rule = switch (sequence.form()) {
            case NOT_FOLLOWED -> new SequenceRule.NotFollowed(FIRST, SECOND, within);
            case FOLLOWED -> new SequenceRule.Followed(FIRST, SECOND, within);
            case REPEATED -> new SequenceRule.Repeated(FIRST, Objects.requireNonNull(sequence.times()), within);
        };
        this.kernel = new SequenceKernel(rule);
    }

    @Override
    public void minute(Minute minute, long lastPosition, Alerts alerts) {
        for (Occurrence event : minute.occurrences()) {
            boolean first = sequence.first().contains(event.type());
            if (first) {
                firsts.computeIfAbsent(event.at(), _ -> new TreeMap<>()).put(event.subject(), event.position());
            }
            if (first || isSecond(event.type())) {
                tell(kernel.event(event.subject(), first ? FIRST : SECOND, event.at()), event.position(), alerts);
            }
        }
        long end = (minute.number() + 1) * Minute.MILLIS;
        tell(kernel.time(end - 1), lastPosition, alerts);
        firsts.headMap(end - 1 - within).clear();
    }

    private boolean isSecond(String type) {
        return sequence.second().isEmpty() || sequence.second().contains(type);
    }

    private void tell(List<SequenceMatch> matches, long position, Alerts alerts) {
        for (SequenceMatch match : matches) {
            long first = firsts.getOrDefault(match.from(), new TreeMap<>()).getOrDefault(match.key(), 0L);
            alerts.opened(match.key(), match.from(), evidence(match, first, position));
        }
    }

    private AlertEvidence evidence(SequenceMatch match, long first, long last) {
        return new AlertEvidence(
                "sequence 1",
                words(),
                null,
                match.key(),
                Instant.ofEpochMilli(match.from()),
                Instant.ofEpochMilli(match.at()),
                null,
                null,
                null,
                null,
                null,
                first,
                last);
    }

    private String words() {
        String first = String.join(" or ", sequence.first());
        String second = sequence.second().isEmpty() ? "anything else" : String.join(" or ", sequence.second());
        return switch (sequence.form()) {
            case NOT_FOLLOWED -> "%s, and not %s within %s".formatted(first, second, sequence.within());
            case FOLLOWED -> "%s, and %s within %s".formatted(first, second, sequence.within());
            case REPEATED -> "%s %d times within %s".formatted(first, sequence.times(), sequence.within());
        };
    }

    @Override
    public List<GroupStanding> standing() {
        return List.of(new GroupStanding("", kernel.openEvents(), null, null, null, null, null));
    }

    @Override
    public void keep(BiConsumer<String, byte[]> part) {
        part.accept(RULE, kernel.state());
        part.accept(FIRSTS, Memory.write(memory -> exchange(memory, firsts)));
    }

    @Override
    public void restore(String part, byte[] state) {
        if (part.equals(RULE)) {
            kernel = SequenceKernel.from(rule, state);
            return;
        }
        Memory.read(state, memory -> exchange(memory, new TreeMap<>()));
    }

    private void exchange(Memory memory, Map<Long, ? extends Map<String, Long>> kept) {
        List<Long> times = List.copyOf(kept.keySet());
        long count = memory.keep((long) times.size());
        for (int index = 0; index < count; index++) {
            long at = memory.keep(index < times.size() ? times.get(index) : 0L);
            Map<String, Long> subjects = kept.containsKey(at) ? kept.get(at) : Map.of();
            List<String> names = List.copyOf(subjects.keySet());
            long many = memory.keep((long) names.size());
            for (int which = 0; which < many; which++) {
                String name = memory.keep(which < names.size() ? names.get(which) : "");
                long position = memory.keep(subjects.getOrDefault(name, 0L));
                firsts.computeIfAbsent(at, _ -> new TreeMap<>()).put(name, position);
            }
        }
    }
}
