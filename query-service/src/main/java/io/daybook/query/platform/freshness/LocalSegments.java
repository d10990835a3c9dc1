package io.daybook.query.platform.freshness;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/**
 * The segments that this instance works on, as its processors know them. The pooled processor moves a segment's status
 * after the batch has been committed, so what it says it has passed can be read.
 */
@Component
final class LocalSegments {

    private final EventProcessingConfiguration processing;

    LocalSegments(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    /** How far each segment of some processors has come that this instance has. */
    Map<SegmentKey, Reached> of(Collection<String> processors) {
        Map<SegmentKey, Reached> segments = new HashMap<>();
        for (String name : processors) {
            processing
                    .eventProcessor(name, StreamingEventProcessor.class)
                    .ifPresent(processor -> processor
                            .processingStatus()
                            .values()
                            .forEach(
                                    status -> segments.put(SegmentKey.of(name, status.getSegment()), reached(status))));
        }
        return segments;
    }

    private static Reached reached(EventTrackerStatus status) {
        return new Reached(status.getCurrentPosition().orElse(0), status.isReplaying());
    }
}
