package io.daybook.query.platform.freshness;

import io.daybook.query.platform.instance.Instances;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the other instances have said of their segments. */
@Component
final class Peers {

    private final Instances instances;
    private final RegisteredSegments registered;
    private final Map<Source, Progress> said = new ConcurrentHashMap<>();

    /** One processor of one instance. */
    private record Source(String instance, String processor) {}

    Peers(Instances instances, RegisteredSegments registered) {
        this.instances = instances;
        this.registered = registered;
    }

    /** Takes what an instance says. */
    void hear(Progress progress) {
        if (progress.instance().equals(instances.own())) {
            return;
        }
        Progress before = said.put(new Source(progress.instance(), progress.processor()), progress);
        if (before == null
                || !before.segments().keySet().equals(progress.segments().keySet())) {
            said.keySet()
                    .removeIf(source -> !source.instance().equals(progress.instance())
                            && !instances.others().contains(source.instance()));
            registered.changed();
        }
    }

    /** How far a segment has come by its owner's word; null where that has said nothing of it in this generation. */
    @Nullable Reached find(@Nullable String owner, int generation, SegmentKey segment) {
        if (owner == null) {
            return null;
        }
        Progress progress = said.get(new Source(owner, segment.processor()));
        return progress == null || progress.generation() != generation
                ? null
                : progress.segments().get(segment);
    }
}
