package io.daybook.query.platform.processing;

import io.daybook.query.platform.generation.Tokens;
import io.daybook.query.platform.instance.InstanceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/**
 * The segments of every processor, wherever they are worked on. Tokens are stored with what is written, and else every
 * few seconds; of its own segments an instance knows better.
 */
@Component
public final class Segments {

    private final Tokens tokens;
    private final InstanceId instance;
    private final EventProcessingConfiguration processing;

    Segments(Tokens tokens, InstanceId instance, EventProcessingConfiguration processing) {
        this.tokens = tokens;
        this.instance = instance;
        this.processing = processing;
    }

    /** The segments by processor. */
    public Map<String, List<Tokens.Place>> all() {
        return tokens.places().stream()
                .map(this::known)
                .collect(Collectors.groupingBy(Tokens.Place::processor, TreeMap::new, Collectors.toList()));
    }

    private Tokens.Place known(Tokens.Place stored) {
        return processing
                .eventProcessor(stored.processor(), StreamingEventProcessor.class)
                .filter(StreamingEventProcessor::isRunning)
                .map(processor ->
                        processor.processingStatus().get(stored.segment().getSegmentId()))
                .map(status -> new Tokens.Place(
                        stored.processor(),
                        stored.segment(),
                        // a worker that hangs does not renew its claim
                        Objects.requireNonNullElse(stored.owner(), instance.text()),
                        Math.max(stored.position(), status.getCurrentPosition().orElse(0)),
                        stored.replaying()))
                .orElse(stored);
    }

    /** The position that all of some segments have passed. */
    public static long passed(List<Tokens.Place> segments) {
        return segments.stream().mapToLong(Tokens.Place::position).min().orElse(0);
    }
}
