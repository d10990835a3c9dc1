package io.daybook.apidescription;

import com.fasterxml.jackson.databind.type.TypeFactory;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of the records that requests and replies are: a component is required unless it may be null, an amount is
 * a string of decimals, and what {@link ComponentTerms} say of a component stands in its schema. A sealed interface is
 * one of its records, told apart as Jackson does.
 */
final class RecordSchemas implements ModelConverter {

    private static final String AMOUNT = "^[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?$";

    private final ComponentTerms terms;
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    RecordSchemas(ComponentTerms terms) {
        this.terms = terms;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> asked =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (asked.isRecord() || asked.isSealed()) {
            return reference(asked, context);
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private Schema<?> reference(Class<?> type, ModelConverterContext context) {
        String name = name(type);
        if (!context.getDefinedModels().containsKey(name)) {
            Schema<?> schema = type.isRecord() ? ofType("object") : new JsonSchema();
            context.defineModel(name, schema);
            if (type.isRecord()) {
                describe(type, schema, context);
            } else {
                records(type).forEach(each -> schema.addOneOfItem(reference(each, context)));
            }
        }
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private void describe(Class<?> type, Schema<?> schema, ModelConverterContext context) {
        Kinds.of(type).ifPresent(kind -> {
            Schema<Object> only = ofType("string");
            only.setEnum(List.of(kind.value()));
            schema.addProperty(kind.property(), only);
            schema.addRequiredItem(kind.property());
        });
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = schema(component.getGenericType(), context);
            terms.limit(component, property);
            schema.addProperty(component.getName(), terms.isNullable(component) ? orNull(property) : property);
            if (terms.isRequired(component)) {
                schema.addRequiredItem(component.getName());
            }
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null && schema.getEnum() == null) {
            if (schema.getTypes() != null) {
                schema.addType("null");
            }
            return schema;
        }
        JsonSchema either = new JsonSchema();
        either.addOneOfItem(schema);
        either.addOneOfItem(ofType("null"));
        return either;
    }

    private static List<Class<?>> records(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(each -> each.isRecord() ? Stream.of(each) : records(each).stream())
                .<Class<?>>map(each -> each)
                .toList();
    }

    /**
     * {@code ProductRegistration}: a nested record says what it is only together with what it is nested in; the second
     * of a name also bears that of its package.
     */
    private String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String simple = outer == null || outer.isRecord()
                ? type.getSimpleName()
                : outer.getSimpleName().replaceAll("(Controller|Replies)$", "") + type.getSimpleName();
        if (named.computeIfAbsent(simple, _ -> type) == type) {
            return simple;
        }
        String context = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return Character.toUpperCase(context.charAt(0)) + context.substring(1) + simple;
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
        if (plain.isRecord() || plain.isSealed()) {
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
        if (type == double.class || type == Double.class) {
            return ofType("number").format("double");
        }
        if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
            return new JsonSchema();
        }
        throw new IllegalStateException("there is no schema for " + type);
    }

    static Schema<Object> ofType(String type) {
        JsonSchema schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
