package io.daybook.query.operations;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Tokens;
import io.daybook.query.platform.operation.Operations;
import io.daybook.query.platform.processing.Standstill;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Pauses processors, lets them go on, and changes their segments. */
@Component
final class ProcessorControl {

    private static final int MOST_SEGMENTS = 64;

    private final ProcessorOverview overview;
    private final Standstill standstill;
    private final Operations operations;
    private final Tokens tokens;
    private final GenerationPath path;

    ProcessorControl(
            ProcessorOverview overview,
            Standstill standstill,
            Operations operations,
            Tokens tokens,
            GenerationPath path) {
        this.overview = overview;
        this.standstill = standstill;
        this.operations = operations;
        this.tokens = tokens;
        this.path = path;
    }

    void pause(String name) {
        overview.projection(name);
        operations.recorded(
                "processor.pause",
                name,
                Map.of(),
                () -> standstill.pause(name, "Paused by an operator"),
                changed -> changed ? "" : "It was paused already");
    }

    void resume(String name) {
        overview.projection(name);
        operations.recorded(
                "processor.resume",
                name,
                Map.of(),
                () -> standstill.resume(name),
                changed -> changed ? "" : "It was not paused");
    }

    void split(String name, @Nullable Integer id) {
        overview.projection(name);
        operations.recorded(
                "processor.split",
                name,
                parameters(id),
                () -> standstill.during(
                        name,
                        "A segment is split",
                        generation -> path.within(generation, () -> {
                            List<Tokens.Place> places = places(name);
                            Segment segment = id == null
                                    ? widest(places)
                                    : place(places, id, name).segment();
                            if (places.size() >= MOST_SEGMENTS) {
                                throw new Refusal(
                                        HttpStatus.CONFLICT,
                                        "TOO_MANY_SEGMENTS",
                                        "It has %d already".formatted(places.size()));
                            }
                            tokens.split(name, segment);
                            return segment;
                        })),
                segment ->
                        "Segment %d was split: %d is new".formatted(segment.getSegmentId(), segment.splitSegmentId()));
    }

    void merge(String name, @Nullable Integer id) {
        overview.projection(name);
        operations.recorded(
                "processor.merge",
                name,
                parameters(id),
                () -> standstill.during(
                        name,
                        "Segments are merged",
                        generation -> path.within(generation, () -> {
                            List<Tokens.Place> places = places(name);
                            Tokens.Place one = id == null ? lastMergeable(places) : place(places, id, name);
                            Tokens.Place other = partner(places, one)
                                    .orElseThrow(
                                            () -> notMergeable("What it was split from has been split further since"));
                            tokens.merge(one, other);
                            return one.segment().mergedWith(other.segment());
                        })),
                segment -> "Segment %d has both".formatted(segment.getSegmentId()));
    }

    private List<Tokens.Place> places(String name) {
        return tokens.places().stream()
                .filter(place -> place.processor().equals(name))
                .toList();
    }

    private static Tokens.Place place(List<Tokens.Place> places, int id, String name) {
        return places.stream()
                .filter(place -> place.segment().getSegmentId() == id)
                .findFirst()
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.PROCESSOR_UNKNOWN, "The processor %s has no segment %d".formatted(name, id)));
    }

    private static Segment widest(List<Tokens.Place> places) {
        return places.stream()
                .map(Tokens.Place::segment)
                .min(Comparator.comparingInt(Segment::getMask).thenComparingInt(Segment::getSegmentId))
                .orElseThrow();
    }

    private static Tokens.Place lastMergeable(List<Tokens.Place> places) {
        return places.stream()
                .filter(place -> partner(places, place).isPresent())
                .max(Comparator.comparingInt(place -> place.segment().getSegmentId()))
                .orElseThrow(() -> notMergeable("It has one segment"));
    }

    private static Optional<Tokens.Place> partner(List<Tokens.Place> places, Tokens.Place one) {
        return places.stream()
                // the only segment there is would be its own partner
                .filter(other -> other.segment().getSegmentId() != one.segment().getSegmentId())
                .filter(other -> one.segment().isMergeableWith(other.segment()))
                .findFirst();
    }

    private static Refusal notMergeable(String why) {
        return new Refusal(HttpStatus.CONFLICT, "NOT_MERGEABLE", why);
    }

    private static Map<String, String> parameters(@Nullable Integer segment) {
        return segment == null ? Map.of() : Map.of("segment", segment.toString());
    }
}
