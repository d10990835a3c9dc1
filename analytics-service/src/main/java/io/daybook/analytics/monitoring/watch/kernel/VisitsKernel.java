package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts the visits that look at something in each minute, of one partition of what visitors do. A minute is told when
 * a later one has begun there; who comes late for it counts in the one that is open.
 */
public final class VisitsKernel {

    private final TreeMap<Long, TreeSet<String>> open = new TreeMap<>();
    private long firstOpen = Long.MIN_VALUE;

    /** A visit looks at something; answers with the minutes that this closes. */
    public List<LogEvent> looked(String session, long epochMilli) {
        long minute = Math.max(firstOpen, Minute.of(epochMilli));
        open.computeIfAbsent(minute, _ -> new TreeSet<>()).add(session);
        firstOpen = minute;
        List<LogEvent> closed = new ArrayList<>();
        var over = open.headMap(minute);
        over.forEach((number, sessions) -> closed.add(LogEvent.visits(number * Minute.MILLIS, sessions.size())));
        over.clear();
        return closed;
    }

    public byte[] state() {
        return Memory.write(memory -> exchange(memory, open));
    }

    public void goOnFrom(byte[] state) {
        open.clear();
        Memory.read(state, memory -> exchange(memory, new TreeMap<>()));
    }

    private void exchange(Memory memory, Map<Long, ? extends Set<String>> kept) {
        firstOpen = memory.keep(firstOpen);
        List<Long> minutes = List.copyOf(kept.keySet());
        long count = memory.keep((long) minutes.size());
        for (int index = 0; index < count; index++) {
            long minute = memory.keep(index < minutes.size() ? minutes.get(index) : 0L);
            Set<String> present = kept.get(minute);
            List<String> sessions = present == null ? List.of() : List.copyOf(present);
            long many = memory.keep((long) sessions.size());
            for (int which = 0; which < many; which++) {
                String session = memory.keep(which < sessions.size() ? sessions.get(which) : "");
                open.computeIfAbsent(minute, _ -> new TreeSet<>()).add(session);
            }
        }
    }
}
