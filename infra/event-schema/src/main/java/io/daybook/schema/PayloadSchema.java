package io.daybook.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.customer.SealedData;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a record as it is written. */
final class PayloadSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PayloadSchema() {}

    static ObjectNode of(Class<?> type) {
        ObjectNode schema = typed("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), field(component));
            if (!isLeftOutWhenNull(component)) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private static ObjectNode field(RecordComponent component) {
        ObjectNode field = of(component.getGenericType(), isText(component));
        if (isNullable(component) && !isLeftOutWhenNull(component)) {
            String type = field.path("type").asString();
            field.putArray("type").add(type).add("null");
        }
        if (component.getAccessor().isAnnotationPresent(Deprecated.class)) {
            field.put("deprecated", true);
        }
        return field;
    }

    private static ObjectNode of(Type type, boolean text) {
        if (type instanceof ParameterizedType generic) {
            Type held = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == List.class) {
                return typed("array").set("items", of(held, false));
            }
            if (generic.getRawType() == Map.class) {
                return typed("object").set("additionalProperties", of(held, false));
            }
        }
        if (type == SealedData.class) {
            return of(SealedData.class).put("x-personal-data", true);
        }
        if (type instanceof Class<?> known && known.isRecord()) {
            return of(known);
        }
        if (type == BigDecimal.class) {
            return text ? typed("string").put("format", "decimal") : typed("number");
        }
        if (type == Instant.class) {
            return typed("string").put("format", "date-time");
        }
        if (type == String.class) {
            return typed("string");
        }
        if (type == int.class) {
            return typed("integer").put("format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return typed("integer").put("format", "int64");
        }
        if (type == boolean.class) {
            return typed("boolean");
        }
        throw new IllegalStateException("An event does not carry a " + type.getTypeName() + ": plain JSON types only");
    }

    private static ObjectNode typed(String type) {
        return new ObjectNode(JSON).put("type", type);
    }

    private static boolean isText(RecordComponent component) {
        JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.STRING;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOutWhenNull(RecordComponent component) {
        JsonInclude included = component.getAccessor().getAnnotation(JsonInclude.class);
        return included != null && included.value() == JsonInclude.Include.NON_NULL;
    }
}
