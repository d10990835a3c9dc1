package io.daybook.command.openapi;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.daybook.command.platform.Fit;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of the records that requests and replies are: a component is required unless it may be null, an amount is a
 * string of decimals, and what {@link Fit} says of a component stands in its schema.
 */
@Component
final class RecordSchemas implements ModelConverter {

    private static final String AMOUNT = "^[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?$";
    private static final String IDENTIFIER = "^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/#-]{0,99}$";
    private static final String REFERENCE = "^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/#:-]{0,299}$";

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> asked =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (asked.isRecord()) {
            return reference(asked, context);
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private Schema<?> reference(Class<?> type, ModelConverterContext context) {
        String name = name(type);
        if (!context.getDefinedModels().containsKey(name)) {
            Schema<?> schema = ofType("object");
            context.defineModel(name, schema);
            for (RecordComponent component : type.getRecordComponents()) {
                schema.addProperty(component.getName(), property(component, context));
                if (isRequired(component)) {
                    schema.addRequiredItem(component.getName());
                }
            }
        }
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /** {@code ProductRegistration}: a nested record says what it is only together with what it is nested in. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || outer.isRecord()
                ? type.getSimpleName()
                : outer.getSimpleName().replaceAll("(Controller|Replies)$", "") + type.getSimpleName();
    }

    private static boolean isRequired(RecordComponent component) {
        Fit fit = fit(component);
        return fit == null ? !component.getAnnotatedType().isAnnotationPresent(Nullable.class) : !fit.optional();
    }

    private Schema<?> property(RecordComponent component, ModelConverterContext context) {
        Schema<?> schema = schema(component.getGenericType(), context);
        Fit fit = fit(component);
        if (fit != null) {
            limit(schema, fit.value());
        }
        return schema;
    }

    private static @Nullable Fit fit(RecordComponent component) {
        try {
            // an annotation of a component stands on its field
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(Fit.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private Schema<?> schema(Type type, ModelConverterContext context) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            Schema<?> values = schema(last, context);
            return generic.getRawType() == Map.class
                    ? ofType("object").additionalProperties(values)
                    : ofType("array").items(values);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return reference(plain, context);
        }
        if (plain.isEnum()) {
            Schema<Object> schema = ofType("string");
            schema.setEnum(Arrays.asList(Arrays.stream(plain.getEnumConstants())
                    .map(constant -> (Object) ((Enum<?>) constant).name())
                    .toArray()));
            return schema;
        }
        return ofPlain(plain);
    }

    private static Schema<?> ofPlain(Class<?> type) {
        if (type == String.class) {
            return ofType("string");
        }
        if (type == BigDecimal.class) {
            return ofType("string").pattern(AMOUNT);
        }
        if (type == Instant.class) {
            return ofType("string").format("date-time");
        }
        if (type == Duration.class) {
            return ofType("string").format("duration");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ofType("boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return ofType("integer").format(type == int.class || type == Integer.class ? "int32" : "int64");
        }
        if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
            return new JsonSchema();
        }
        throw new IllegalStateException("there is no schema for " + type);
    }

    private static void limit(Schema<?> schema, Fit.Kind kind) {
        switch (kind) {
            case IDENTIFIER -> schema.pattern(IDENTIFIER).minLength(1).maxLength(100);
            case REFERENCE -> schema.pattern(REFERENCE).minLength(1).maxLength(300);
            case TEXT -> schema.minLength(1).maxLength(500);
            case CATEGORY -> schema.minLength(1).maxLength(100);
            case CURRENCY -> schema.pattern("^[A-Z]{3}$");
            case QUANTITY -> schema.minimum(BigDecimal.ONE).maximum(new BigDecimal("1000000000000"));
            case COUNT -> schema.minimum(BigDecimal.ZERO);
            case LINES -> schema.minItems(1).maxItems(5_000);
            case AMOUNT, PRICE, TIME, ANYTHING -> {}
        }
    }

    static Schema<Object> ofType(String type) {
        JsonSchema schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
