package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored stays readable: a sample of every event type as it was written. To change a type, give it a revision and
 * an upcaster, and add a sample; never change one.
 */
class EventContractTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Class<?>> types() {
        return EventTypes.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsTheSampleOfEveryTypeAndWritesTheSameBytes(Class<?> type) throws IOException {
        byte[] sample = resource(type.getSimpleName() + ".json").strip().getBytes(StandardCharsets.UTF_8);

        Object event = STRICT.readValue(sample, type);

        assertThat(MAPPER.writeValueAsBytes(event))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(sample, StandardCharsets.UTF_8));
        assertThat(MAPPER.readValue(sample, type)).isEqualTo(event);
    }

    @Test
    void keepsTheShapeOfEveryTypeAndOfWhatItHolds() throws IOException {
        SortedSet<String> shapes = new TreeSet<>();
        types().forEach(type -> describe(type, shapes));

        assertThat(shapes)
                .containsExactlyElementsOf(resource("shapes.txt").lines().toList());
    }

    private static void describe(Class<?> type, SortedSet<String> shapes) {
        shapes.add(type.getSimpleName()
                + Arrays.stream(type.getRecordComponents())
                        .map(component -> name(component.getGenericType()) + " " + component.getName())
                        .collect(Collectors.joining(", ", "(", ")")));
        for (RecordComponent component : type.getRecordComponents()) {
            Type held = component.getGenericType() instanceof ParameterizedType list
                    ? list.getActualTypeArguments()[0]
                    : component.getGenericType();
            if (held instanceof Class<?> known && known.isRecord()) {
                describe(known, shapes);
            }
            if (component.getType().isRecord()) {
                describe(component.getType(), shapes);
            }
        }
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("[a-z]+\\.", "");
    }

    private static String resource(String name) throws IOException {
        try (InputStream sample = EventContractTest.class.getResourceAsStream("/samples/" + name)) {
            Objects.requireNonNull(sample, "there is no sample " + name);
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
