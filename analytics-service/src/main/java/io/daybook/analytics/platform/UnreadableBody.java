package io.daybook.analytics.platform;

import io.daybook.api.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Finds out which field of a body could not be read, and why. */
final class UnreadableBody {

    private UnreadableBody() {}

    /** The field; null where it is no field, but the body is no JSON or of another shape. */
    static @Nullable FieldProblem problemOf(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue invalid) {
                return new FieldProblem(invalid.field(), String.valueOf(invalid.getMessage()));
            }
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                return new FieldProblem(path(json), reason(json));
            }
        }
        return null;
    }

    private static String reason(JacksonException json) {
        Class<?> type = json instanceof InvalidFormatException unfit ? unfit.getTargetType() : null;
        if (type != null && type.isEnum()) {
            return "must be one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == Duration.class) {
            return "must be a duration such as PT10M";
        }
        return type == Instant.class ? "must be a time such as 2011-11-14T09:15:00Z" : "cannot be read";
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
