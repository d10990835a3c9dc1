package io.daybook.apidescription;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** By what Jackson tells the records of a sealed interface apart. */
final class Kinds {

    private Kinds() {}

    /** The property that names a record, and the name. */
    record Kind(String property, String value) {}

    /** How a record is told from its siblings; empty where it has none. */
    static Optional<Kind> of(Class<?> type) {
        return parents(type)
                .filter(parent -> parent.isAnnotationPresent(JsonTypeInfo.class))
                .map(parent -> new Kind(parent.getAnnotation(JsonTypeInfo.class).property(), value(type, parent)))
                .findFirst();
    }

    private static Stream<Class<?>> parents(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).flatMap(parent -> Stream.concat(Stream.of(parent), parents(parent)));
    }

    private static String value(Class<?> type, Class<?> parent) {
        JsonTypeName own = type.getAnnotation(JsonTypeName.class);
        if (own != null) {
            return own.value();
        }
        JsonSubTypes all = parent.getAnnotation(JsonSubTypes.class);
        return Stream.of(all == null ? new JsonSubTypes.Type[0] : all.value())
                .filter(each -> each.value() == type)
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElse(type.getSimpleName());
    }
}
