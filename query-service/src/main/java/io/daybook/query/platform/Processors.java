package io.daybook.query.platform;

import java.util.Comparator;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/** The processors of this instance, one for each capability. */
@Component
final class Processors {

    private final EventProcessingConfiguration processing;
    private final ProjectionFailures failures;

    Processors(EventProcessingConfiguration processing, ProjectionFailures failures) {
        this.processing = processing;
        this.failures = failures;
    }

    /** How far each processor has come, by name. */
    List<Progress> progress() {
        return processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .map(this::progress)
                .sorted(Comparator.comparing(Progress::name))
                .toList();
    }

    private Progress progress(StreamingEventProcessor processor) {
        long position = processor.processingStatus().values().stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
        boolean working =
                processor.isRunning() && !processor.isError() && !failures.isStuck(processor.getName(), position);
        return new Progress(processor.getName(), position, working);
    }

    /** The position that all segments of a processor have passed, and whether it works. */
    record Progress(String name, long position, boolean running) {}
}
