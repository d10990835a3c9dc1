package io.daybook.query.operations;

import io.daybook.api.RejectionCode;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.operations.ProcessorView.State;
import io.daybook.query.platform.ProjectionFailures;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.generation.Tokens;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.processing.PausedProcessors;
import io.daybook.query.platform.processing.ProcessorWatch;
import io.daybook.query.platform.processing.Segments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to say about the processors. */
@Component
final class ProcessorOverview {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration NOW = Duration.ofSeconds(5);

    private final List<Projection> projections;
    private final Segments segments;
    private final ProcessorWatch watch;
    private final PausedProcessors paused;
    private final ProjectionFailures failures;
    private final EventProcessingConfiguration processing;
    private final PostgresEventStorageEngine engine;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final OperationsProperties properties;

    ProcessorOverview(
            List<Projection> projections,
            Segments segments,
            ProcessorWatch watch,
            PausedProcessors paused,
            ProjectionFailures failures,
            EventProcessingConfiguration processing,
            PostgresEventStorageEngine engine,
            JdbcClient jdbc,
            Clock clock,
            OperationsProperties properties) {
        this.projections = projections;
        this.segments = segments;
        this.watch = watch;
        this.paused = paused;
        this.failures = failures;
        this.processing = processing;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /** The projection of a processor, or {@link UnknownEntity}. */
    Projection projection(String name) {
        return projections.stream()
                .filter(projection -> projection.group().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.PROCESSOR_UNKNOWN,
                        "There is no processor %s; there are %s"
                                .formatted(
                                        name,
                                        projections.stream()
                                                .map(Projection::group)
                                                .sorted()
                                                .collect(Collectors.joining(", ")))));
    }

    List<ProcessorView> all() {
        return views(projections);
    }

    ProcessorView one(String name) {
        return views(List.of(projection(name))).getFirst();
    }

    private List<ProcessorView> views(List<Projection> asked) {
        paused.refresh();
        Map<String, List<Tokens.Place>> places = segments.all();
        // the head last: a lag may be overstated, never understated
        long head = engine.head();
        Map<String, Long> letters = letters();
        return asked.stream()
                .map(projection -> view(projection, places.getOrDefault(projection.group(), List.of()), head, letters))
                .sorted(Comparator.comparing(ProcessorView::name))
                .toList();
    }

    private Map<String, Long> letters() {
        return jdbc
                .sql("SELECT model, count(*) FROM dead_letter GROUP BY model")
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private ProcessorView view(Projection projection, List<Tokens.Place> places, long head, Map<String, Long> letters) {
        String name = projection.group();
        long position = Segments.passed(places);
        long lag = Math.max(0, head - position);
        List<String> models =
                projection.models().stream().<String>map(ReadModel::name).toList();
        return new ProcessorView(
                name,
                state(name, places, position, lag),
                position,
                head,
                lag,
                lag == 0 ? 0 : age(position),
                rounded(watch.perSecond(name, MINUTE)),
                rounded(watch.perSecond(name, NOW)),
                processing
                        .eventProcessor(name)
                        .filter(EventProcessor::isRunning)
                        .isPresent(),
                models,
                models.stream()
                        .mapToLong(model -> letters.getOrDefault(model, 0L))
                        .sum(),
                places.stream().map(place -> segment(place, head)).toList(),
                paused.find(name)
                        .map(pause -> new ProcessorView.PauseView(pause.reason(), pause.at()))
                        .orElse(null),
                failures.last(name)
                        .map(failure -> new ProcessorView.ErrorView(
                                failure.at(), failure.position(), failure.eventType(), failure.problem()))
                        .orElse(null));
    }

    private State state(String name, List<Tokens.Place> places, long position, long lag) {
        if (paused.find(name).isPresent()) {
            return State.PAUSED;
        }
        if (places.stream().anyMatch(place -> place.owner() == null)) {
            return failsAgain(name, position) ? State.STALLED : State.UNCLAIMED;
        }
        if (lag == 0) {
            return State.IDLE;
        }
        boolean still = Duration.between(watch.active(name), clock.instant()).compareTo(properties.stalledAfter()) > 0;
        return still || failsAgain(name, position) ? State.STALLED : State.RUNNING;
    }

    /**
     * Whether it has failed since it moved last, on what is still before it; between two tries nobody holds the
     * segment.
     */
    private boolean failsAgain(String name, long position) {
        Instant moved = watch.moved(name);
        return failures.last(name)
                .filter(failure -> failure.position() > position && failure.at().isAfter(moved))
                .isPresent();
    }

    private long age(long position) {
        return engine.log().after(position, 1).stream()
                .mapToLong(event -> Math.max(
                        0, Duration.between(event.recordedAt(), clock.instant()).toMillis()))
                .findFirst()
                .orElse(0);
    }

    private static ProcessorView.SegmentView segment(Tokens.Place place, long head) {
        return new ProcessorView.SegmentView(
                place.segment().getSegmentId(),
                place.segment().getMask(),
                place.owner(),
                place.position(),
                Math.max(0, head - place.position()));
    }

    private static double rounded(double perSecond) {
        return Math.round(perSecond * 10) / 10.0;
    }
}
