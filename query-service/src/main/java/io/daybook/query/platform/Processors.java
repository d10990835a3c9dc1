package io.daybook.query.platform;

import io.daybook.query.platform.generation.Tokens;
import io.daybook.query.platform.processing.PausedProcessors;
import io.daybook.query.platform.processing.Segments;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/** The processors, one for each capability. */
@Component
final class Processors {

    private final EventProcessingConfiguration processing;
    private final Segments segments;
    private final PausedProcessors paused;
    private final ProjectionFailures failures;

    Processors(
            EventProcessingConfiguration processing,
            Segments segments,
            PausedProcessors paused,
            ProjectionFailures failures) {
        this.processing = processing;
        this.segments = segments;
        this.paused = paused;
        this.failures = failures;
    }

    /** How far each processor has come, by name. */
    List<Progress> progress() {
        Map<String, List<Tokens.Place>> places = segments.all();
        return processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .map(processor ->
                        progress(processor, Segments.passed(places.getOrDefault(processor.getName(), List.of()))))
                .sorted(Comparator.comparing(Progress::name))
                .toList();
    }

    private Progress progress(StreamingEventProcessor processor, long position) {
        String name = processor.getName();
        if (paused.find(name).isPresent()) {
            return new Progress(name, position, false, true);
        }
        boolean working = processor.isRunning() && !processor.isError() && !failures.isStuck(name, position);
        return new Progress(name, position, working, false);
    }

    /**
     * The position that all segments of a processor have passed, and whether it works, or stands still by an operator's
     * wish.
     */
    record Progress(String name, long position, boolean running, boolean paused) {}
}
