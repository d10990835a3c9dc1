package io.daybook.query.platform.freshness;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far the segments of one processor have come that one instance has; all of those. As text it is
 * {@code instance:generation:processor:id/mask=position,...}, with an {@code r} behind a position that is being
 * replayed.
 */
record Progress(String instance, int generation, String processor, Map<SegmentKey, Reached> segments) {

    private static final Pattern TEXT = Pattern.compile("([^:]+):(\\d+):([^:]+):(.*)");
    private static final Pattern SEGMENT = Pattern.compile("(\\d+)/(\\d+)=(\\d+)(r?)");

    String text() {
        return instance + ":" + generation + ":" + processor + ":"
                + segments.entrySet().stream()
                        .map(entry -> "%d/%d=%d%s"
                                .formatted(
                                        entry.getKey().id(),
                                        entry.getKey().mask(),
                                        entry.getValue().position(),
                                        entry.getValue().replaying() ? "r" : ""))
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    /** Reads what an instance has sent; empty where it is not of this version. */
    static Optional<Progress> read(String text) {
        Matcher whole = TEXT.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        String processor = whole.group(3);
        Map<SegmentKey, Reached> segments = new HashMap<>();
        Matcher segment = SEGMENT.matcher(whole.group(4));
        while (segment.find()) {
            segments.put(
                    new SegmentKey(processor, Integer.parseInt(segment.group(1)), Integer.parseInt(segment.group(2))),
                    new Reached(
                            Long.parseLong(segment.group(3)), !segment.group(4).isEmpty()));
        }
        return Optional.of(new Progress(whole.group(1), Integer.parseInt(whole.group(2)), processor, segments));
    }
}
