package io.daybook.query.platform;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/** The processors of this instance, one for each capability. */
@Component
final class Processors {

    private final EventProcessingConfiguration processing;

    Processors(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    /** How far each processor has come, by name. */
    List<Progress> progress() {
        return processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .map(Processors::progress)
                .sorted(Comparator.comparing(Progress::name))
                .toList();
    }

    private static Progress progress(StreamingEventProcessor processor) {
        List<EventTrackerStatus> segments =
                List.copyOf(processor.processingStatus().values());
        long position = segments.stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
        boolean failing = processor.isError() || segments.stream().anyMatch(Predicate.not(Processors::isSound));
        return new Progress(processor.getName(), position, processor.isRunning() && !failing);
    }

    private static boolean isSound(EventTrackerStatus segment) {
        return !segment.isErrorState();
    }

    /** The position that all segments of a processor have passed, and whether it works. */
    record Progress(String name, long position, boolean running) {}
}
