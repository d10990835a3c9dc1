package io.daybook.query.event;

import io.daybook.api.EventTypes;
import io.daybook.api.InvalidValue;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.list.Asked;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from a request which events are wanted; refuses what is not fit, and says what would be. */
@Component
final class EventQuestions {

    private static final String LATEST_FIRST = "-position";
    private static final String IN_ORDER = "position";
    private static final int MOST_ALTERNATIVES = 50;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final String PREFIX = EventTerms.PAYLOAD + ".";

    private static final Set<String> ENTITY_TYPES = Set.of(
            "adjustment", "alert", "customer", "operation", "order", "price", "product", "return", "stock", "watch");
    private static final Set<String> TYPES =
            EventTypes.all().values().stream().map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
    private static final List<String> PLAIN = List.of("entity", "actor", "correlationId", "causationId", "command");
    private static final List<String> OWN = List.of(
            "entity",
            "entityType",
            "type",
            "actor",
            "correlationId",
            "causationId",
            "command",
            "q",
            "from",
            "to",
            "after",
            "until",
            PayloadForm.PARAMETER,
            "payload.<field>");

    private final PostgresEventStorageEngine engine;

    EventQuestions(PostgresEventStorageEngine engine) {
        this.engine = engine;
    }

    EventQuestion of(Asked asked) {
        List<String> own = new ArrayList<>(OWN);
        asked.parameters().keySet().stream()
                .filter(parameter -> parameter.startsWith(PREFIX) && parameter.length() > PREFIX.length())
                .forEach(own::add);
        asked.requireKnown(own);
        if (asked.parameters().containsKey("fields")) {
            throw new InvalidValue("fields", "is for lists of read models; an event is shown whole");
        }
        Instant from = instant(asked, "from");
        Instant to = instant(asked, "to");
        long after = Math.max(position(asked, "after", 0), from == null ? 0 : before(from));
        long until = Math.min(position(asked, "until", Long.MAX_VALUE), to == null ? Long.MAX_VALUE : last(to));
        return new EventQuestion(conditions(asked), after, until, from, to, latestFirst(asked));
    }

    private static List<Set<String>> conditions(Asked asked) {
        List<Set<String>> conditions = new ArrayList<>();
        asked.parameters().forEach((parameter, values) -> {
            if (PLAIN.contains(parameter) || parameter.startsWith(PREFIX)) {
                conditions.add(alternatives(parameter, values));
            } else if (parameter.equals("entityType")) {
                values.forEach(value -> requireOneOf(ENTITY_TYPES, value, parameter));
                conditions.add(alternatives(parameter, values));
            } else if (parameter.equals("type")) {
                List<String> names = values.stream().map(RecordedEvent::simple).toList();
                names.forEach(name -> requireOneOf(TYPES, name, parameter));
                conditions.add(alternatives(parameter, names));
            } else if (parameter.equals(EventTerms.WORD)) {
                conditions.addAll(words(values));
            }
        });
        return conditions;
    }

    private static Set<String> alternatives(String parameter, List<String> values) {
        if (values.size() > MOST_ALTERNATIVES) {
            throw new InvalidValue(parameter, "must be given at most %d times".formatted(MOST_ALTERNATIVES));
        }
        return values.stream()
                .map(value -> EventTerms.term(parameter, value))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An event has to have every word. */
    private static List<Set<String>> words(List<String> texts) {
        List<Set<String>> words = texts.stream()
                .flatMap(text -> EventTerms.wordsOf(text).stream())
                .distinct()
                .map(Set::of)
                .toList();
        if (words.isEmpty() || words.size() > MOST_ALTERNATIVES) {
            throw new InvalidValue(EventTerms.WORD, "must have 1 to %d words".formatted(MOST_ALTERNATIVES));
        }
        return words;
    }

    private static void requireOneOf(Set<String> known, String value, String parameter) {
        if (!known.contains(value)) {
            throw new InvalidValue(
                    parameter, "'%s' is none of %s".formatted(value, String.join(", ", new TreeSet<>(known))));
        }
    }

    private static boolean latestFirst(Asked asked) {
        String sort = asked.one("sort");
        if (sort == null || sort.equals(LATEST_FIRST)) {
            return true;
        }
        if (sort.equals(IN_ORDER)) {
            return false;
        }
        throw new InvalidValue("sort", "must be position, or -position for the latest first");
    }

    /** A position in a request. */
    static long position(Asked asked, String parameter, long otherwise) {
        String text = asked.one(parameter);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidValue(parameter, "must be a position: a whole number, not less than 0");
        }
        return Long.parseLong(text);
    }

    private static @Nullable Instant instant(Asked asked, String parameter) {
        String text = asked.one(parameter);
        if (text == null) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(END_OF_TIME)) {
                return instant;
            }
        } catch (DateTimeException _) {
            throw unfit(parameter);
        }
        throw unfit(parameter);
    }

    private static InvalidValue unfit(String parameter) {
        return new InvalidValue(parameter, "must be a time such as 2011-11-14T09:26:00Z");
    }

    private long before(Instant from) {
        OptionalLong first = engine.log().firstAt(from);
        return first.isPresent() ? first.getAsLong() - 1 : Long.MAX_VALUE;
    }

    private long last(Instant to) {
        return engine.log().lastBefore(to).orElse(0);
    }
}
