package io.daybook.bench.streams;

import io.daybook.bench.Report;
import io.daybook.bench.Spread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Rounds in which each topology has a turn, right after a plain consumer of its topic; in another order each round. */
public final class StreamsRounds {

    private static final double GOAL_PER_SECOND_AND_CORE = 200_000;

    private final Report report;
    private final StreamsSettings settings;
    private final Path home;
    private final List<Subject> subjects;
    private final Map<Subject, List<Turn>> turns = new EnumMap<>(Subject.class);
    private final Map<Subject, List<Turn>> references = new EnumMap<>(Subject.class);

    /** Measures the subjects of these names, or all where there are none. */
    public StreamsRounds(Report report, StreamsSettings settings, Path home, List<String> only) {
        this.report = report;
        this.settings = settings;
        this.home = home;
        this.subjects = Stream.of(Subject.values())
                .filter(subject -> only.isEmpty() || only.contains(subject.key()))
                .toList();
    }

    public void run(Path folder) {
        try (StreamsService service = new StreamsService(folder, home)) {
            FilledTopics.create(service.bootstrapServers());
            long events;
            try (FilledTopics topics = new FilledTopics(service.bootstrapServers())) {
                events = topics.trade(settings.events());
                topics.visit(settings.activities());
            }
            report.note("events", events);
            report.note("activities", settings.activities());
            PlainConsumer consumer = new PlainConsumer(service.bootstrapServers());
            consumer.read(FilledTopics.EVENTS);
            consumer.read(FilledTopics.ACTIVITY);
            for (int round = 0; round < settings.rounds(); round++) {
                List<Subject> order = new ArrayList<>(subjects);
                Collections.rotate(order, round);
                for (Subject subject : order) {
                    turn(subject, service, consumer, events);
                }
            }
        }
        tell();
    }

    private void turn(Subject subject, StreamsService service, PlainConsumer consumer, long events) {
        Turn reference = consumer.read(subject.readsEvents() ? FilledTopics.EVENTS : FilledTopics.ACTIVITY);
        Turn turn = service.read(subject, subject.readsEvents() ? events : settings.activities());
        references.computeIfAbsent(subject, _ -> new ArrayList<>()).add(reference);
        turns.computeIfAbsent(subject, _ -> new ArrayList<>()).add(turn);
        report.line("  %-12s %,9.0f events/s, %,9.0f a core; consumer %,9.0f a core"
                .formatted(subject.key(), turn.perSecond(), turn.perSecondAndCore(), reference.perSecondAndCore()));
    }

    private void tell() {
        report.heading("Streams: medians of %d rounds".formatted(settings.rounds()));
        turns.forEach((subject, own) -> {
            String key = subject.key() + "_";
            String goal = subject == Subject.TUMBLING ? "/s   goal %.0f".formatted(GOAL_PER_SECOND_AND_CORE) : "/s";
            report.spread(key + "events_per_s_per_core", spread(own, Turn::perSecondAndCore), goal);
            report.spread(key + "events_per_s", spread(own, Turn::perSecond), "/s");
            List<Double> ratios = new ArrayList<>();
            List<Turn> reference = references.getOrDefault(subject, List.of());
            for (int round = 0; round < own.size(); round++) {
                ratios.add(
                        own.get(round).perSecondAndCore() / reference.get(round).perSecondAndCore());
            }
            report.ratio(key + "vs_consumer", Spread.of(ratios), null);
        });
    }

    private static Spread spread(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return Spread.of(turns.stream().map(figure::applyAsDouble).toList());
    }
}
