package io.daybook.apidescription;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** What a service says of the components of its records beyond their types. */
public interface ComponentTerms {

    /** Whether it is never left out. */
    default boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether it may be null where it is not left out. */
    default boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Puts what a value has to be into its schema. */
    default void limit(RecordComponent component, Schema<?> schema) {}
}
