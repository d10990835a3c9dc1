package io.daybook.query.event;

import io.daybook.schema.Upcasters;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an event can be found by: a text for each fact, made of the parameter that asks for it and the value, such as
 * {@code actor=shop}, {@code payload.lines.sku=MUG} or {@code q=mug}. In a payload, an item of a list has the path of
 * the list, and a number or a flag is found by its text. A payload of an earlier revision is found by what it says in
 * its own form, and by what it says in today's.
 */
final class EventTerms {

    /** To be raised when other terms are made of an event, or more is kept of them: the index is then made anew. */
    static final int VERSION = 3;

    static final String WORD = "q";
    static final String PAYLOAD = "payload";

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    /** Of longer words the beginning counts: sealed data has words that nobody looks for. */
    private static final int LONGEST_WORD = 64;

    private final Set<String> terms = new HashSet<>();

    private EventTerms() {}

    static Set<String> of(RecordedEvent event) {
        EventTerms found = new EventTerms();
        found.fact("entity", event.entity());
        found.fact("entityType", event.entityType());
        found.fact("type", event.type());
        found.fact("actor", event.actor());
        found.fact("correlationId", event.correlationId());
        found.fact("causationId", event.causationId());
        found.fact("command", event.command());
        found.words(event.entity());
        found.words(event.type());
        found.payload(PAYLOAD, event.payload());
        if (!Upcasters.released().isCurrent(event.payloadType(), event.revision())) {
            found.payload(PAYLOAD, event.ofToday().payload());
        }
        return found.terms;
    }

    static String term(String parameter, String value) {
        return parameter + "=" + value;
    }

    /** The terms of the words in a text. */
    static Collection<String> wordsOf(String text) {
        Set<String> words = new HashSet<>();
        eachWord(text, words::add);
        return words;
    }

    private void fact(String parameter, @Nullable String value) {
        if (value != null) {
            terms.add(term(parameter, value));
        }
    }

    private void words(String text) {
        eachWord(text, terms::add);
    }

    private static void eachWord(String text, Consumer<String> each) {
        Matcher word = WORDS.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            String whole = word.group();
            each.accept(term(WORD, whole.substring(0, Math.min(LONGEST_WORD, whole.length()))));
        }
    }

    private void payload(String path, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(field -> payload(path + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            value.forEach(item -> payload(path, item));
        } else if (!value.isNull()) {
            String text = value.asString();
            fact(path, text);
            words(text);
        }
    }
}
