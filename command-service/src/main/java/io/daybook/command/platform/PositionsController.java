package io.daybook.command.platform;

import io.daybook.eventstore.PostgresEventStorageEngine;
import java.util.Comparator;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /positions}: how far each processor of this instance has come in the log. */
@RestController
final class PositionsController {

    private final PostgresEventStorageEngine engine;
    private final EventProcessingConfiguration processing;

    PositionsController(PostgresEventStorageEngine engine, EventProcessingConfiguration processing) {
        this.engine = engine;
        this.processing = processing;
    }

    @GetMapping("/positions")
    Positions positions() {
        long head = engine.head();
        List<Progress> processors = processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .map(processor -> progress(processor, head))
                .sorted(Comparator.comparing(Progress::name))
                .toList();
        return new Positions(head, processors);
    }

    private static Progress progress(StreamingEventProcessor processor, long head) {
        long position = processor.processingStatus().values().stream()
                .mapToLong(PositionsController::position)
                .min()
                .orElse(0);
        return new Progress(processor.getName(), position, Math.max(0, head - position), processor.isRunning());
    }

    private static long position(EventTrackerStatus segment) {
        return segment.getCurrentPosition().orElse(0);
    }

    /** The last position of the store and the progress of each processor. */
    record Positions(long head, List<Progress> processors) {}

    /** How far a processor has come: the position all its segments have passed, and the events it has yet to see. */
    record Progress(String name, long position, long lag, boolean running) {}
}
