package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import io.daybook.api.alert.command.RaiseAlert;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.event.WatchDefined;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One watch, from the first minute of the log on: a function of the closed minutes, whether they come as they close,
 * from the history before it goes live, or in a back-test. Minutes in which nothing happened count as zero, those of
 * the first week of a gap; a gap that is longer says no more.
 */
public final class WatchKernel {

    private static final long LONGEST_GAP = 7 * 24 * 60;
    private static final long NONE_YET = Long.MIN_VALUE;
    private static final String PROGRESS = "progress";
    private static final int ID_BYTES = 12;

    private final WatchDefined defined;
    private final WatchDefinition definition;
    private final Watcher watcher;
    private long next = NONE_YET;
    private long lastPosition;

    /** Who hears of alerts. */
    @FunctionalInterface
    public interface Alerts {

        /** An alert opened in a minute. */
        void raised(long minute, RaiseAlert alert);
    }

    public WatchKernel(WatchDefined defined) {
        this.defined = defined;
        this.definition = defined.definition();
        this.watcher = definition.sequence() == null
                ? new MeasureWatcher(definition)
                : new SequenceWatcher(definition.sequence());
    }

    /** The next closed minute in which anything happened, and before it those in which nothing did. */
    public void minute(Minute minute, Alerts alerts) {
        until(minute.number(), alerts);
        lastPosition = Math.max(lastPosition, minute.lastPosition());
        feed(minute, alerts);
        next = minute.number() + 1;
    }

    /** All minutes before this one are closed. */
    public void until(long number, Alerts alerts) {
        if (next == NONE_YET || next >= number) {
            return;
        }
        long last = Math.min(number, next + LONGEST_GAP);
        for (long empty = next; empty < last; empty++) {
            feed(Minute.empty(empty), alerts);
        }
        next = number;
    }

    private void feed(Minute minute, Alerts alerts) {
        watcher.minute(
                minute,
                lastPosition,
                (group, opened, evidence) -> alerts.raised(minute.number(), alert(group, opened, evidence)));
    }

    private RaiseAlert alert(String group, long opened, AlertEvidence evidence) {
        return new RaiseAlert(
                idOf(defined.name(), defined.version(), group, opened),
                defined.name(),
                Math.max(1, defined.version()),
                definition.severity(),
                evidence);
    }

    /** Names an episode: the same one however often it is come across. */
    private static String idOf(String watch, long version, String group, long opened) {
        String episode = String.join("\n", watch, Long.toString(version), group, Long.toString(opened));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(episode.getBytes(StandardCharsets.UTF_8));
            return "A-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public WatchDefined defined() {
        return defined;
    }

    /** How it stands with each group. */
    public List<GroupStanding> standing() {
        return watcher.standing();
    }

    void keep(BiConsumer<String, byte[]> part) {
        part.accept(PROGRESS, Memory.write(this::exchange));
        watcher.keep((name, state) -> part.accept("part " + name, state));
    }

    void restore(String part, byte[] state) {
        if (part.equals(PROGRESS)) {
            Memory.read(state, this::exchange);
            return;
        }
        watcher.restore(part.substring("part ".length()), state);
    }

    private void exchange(Memory memory) {
        next = memory.keep(next);
        lastPosition = memory.keep(lastPosition);
    }
}
