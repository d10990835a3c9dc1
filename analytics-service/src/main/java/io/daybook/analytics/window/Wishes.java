package io.daybook.analytics.window;

import io.daybook.analytics.window.kernel.StateInput;
import io.daybook.analytics.window.kernel.StateLog;
import io.daybook.analytics.window.kernel.StateOutput;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which keys are to be forgotten up to when. A wish is remembered as long as something of that time may still come, and
 * until what was told long ago is taken back.
 *
 * <pre>
 * state   'F' key → until, taken back
 * </pre>
 */
final class Wishes {

    private static final byte WISH = 'F';

    private final Map<String, Wish> byKey = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private int open;

    /** Up to and including a time; {@code stored} once it has been written. */
    private record Wish(long until, boolean takenBack, boolean stored) {}

    static boolean isKey(byte[] key) {
        return key[0] == WISH;
    }

    /** Notes a wish; false where an earlier one goes as far. */
    boolean add(String key, long until) {
        if (covers(key, until)) {
            return false;
        }
        put(key, new Wish(until, false, false));
        return true;
    }

    /** Whether what happened at a time is to be forgotten. */
    boolean covers(String key, long at) {
        Wish wish = byKey.get(key);
        return wish != null && at <= wish.until;
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** Whether there is one of which not everything is taken back. */
    boolean isOpen() {
        return open > 0;
    }

    /** The keys, and up to when, of which not everything is taken back; those that an earlier commit has stored. */
    Map<String, Long> open() {
        Map<String, Long> open = new TreeMap<>();
        byKey.forEach((key, wish) -> {
            if (wish.stored && !wish.takenBack) {
                open.put(key, wish.until);
            }
        });
        return open;
    }

    /** All that was told of these is taken back. */
    void takenBack(Map<String, Long> done) {
        done.forEach((key, until) -> {
            Wish wish = byKey.get(key);
            if (wish != null && wish.until == until) {
                put(key, new Wish(until, true, true));
            }
        });
    }

    /** Forgets the wishes of which nothing can come any more, being from a time before. */
    void forget(long before) {
        List<String> over = byKey.entrySet().stream()
                .filter(entry -> entry.getValue().takenBack && entry.getValue().until < before)
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(byKey::remove);
        changed.addAll(over);
    }

    private void put(String key, Wish wish) {
        keep(key, wish);
        changed.add(key);
    }

    private void keep(String key, Wish wish) {
        Wish before = byKey.put(key, wish);
        open += (wish.takenBack ? 0 : 1) - (before == null || before.takenBack ? 0 : 1);
    }

    void writeChanges(StateLog log) {
        for (String key : changed) {
            byte[] at = new StateOutput().putByte(WISH).putText(key).toBytes();
            Wish wish = byKey.computeIfPresent(key, (_, it) -> new Wish(it.until, it.takenBack, true));
            log.put(
                    at,
                    wish == null
                            ? null
                            : new StateOutput()
                                    .putTime(wish.until)
                                    .putByte(wish.takenBack ? 1 : 0)
                                    .toBytes());
        }
        changed.clear();
    }

    void restore(byte[] key, byte[] stored) {
        StateInput at = new StateInput(key);
        at.oneByte();
        StateInput wish = new StateInput(stored);
        keep(at.text(), new Wish(wish.time(), wish.oneByte() == 1, true));
    }
}
