package io.daybook.query.platform.list;

import io.daybook.api.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A parameter of a list and the condition that it puts on rows.
 *
 * @param condition of the values given, of which there is one at least
 */
public record Filter(String parameter, Function<List<String>, Condition> condition) {

    /** The value of a column, or one of several where the parameter is repeated. */
    public static Filter of(String parameter, String column, ValueType type) {
        return new Filter(parameter, texts -> {
            List<Object> values =
                    texts.stream().map(text -> type.value(text, parameter)).toList();
            return in(parameter, column, values);
        });
    }

    /** One of the constants of a type, in either case, or one of several. */
    public static Filter of(String parameter, String column, Class<? extends Enum<?>> type) {
        return new Filter(parameter, texts -> {
            List<Object> names = texts.stream()
                    .<Object>map(text -> name(text, parameter, type))
                    .toList();
            return in(parameter, column, names);
        });
    }

    /** The parameters {@code …From}, the least value, and {@code …Until}, which is the first beyond. */
    public static Stream<Filter> range(String name, String column, ValueType type) {
        return Stream.of(
                comparison(name + "From", column + " >= ", type), comparison(name + "Until", column + " < ", type));
    }

    /** The beginning of a text. */
    public static Filter prefix(String parameter, String column) {
        return new Filter(parameter, texts -> {
            String escaped = ValueType.TEXT
                    .value(one(texts, parameter), parameter)
                    .toString()
                    .replaceAll("[\\\\%_]", "\\\\$0");
            return new Condition("%s LIKE :%s".formatted(column, parameter), Map.of(parameter, escaped + "%"));
        });
    }

    /** Whether something is so. */
    public static Filter flag(String parameter, String condition) {
        return new Filter(parameter, texts -> {
            Object wanted = ValueType.FLAG.value(one(texts, parameter), parameter);
            return new Condition("(%s) = :%s".formatted(condition, parameter), Map.of(parameter, wanted));
        });
    }

    /** A comparison with the one value of a parameter: what stands before it in SQL. */
    public static Filter comparison(String parameter, String comparison, ValueType type) {
        return new Filter(
                parameter,
                texts -> new Condition(
                        comparison + ":" + parameter, Map.of(parameter, type.value(one(texts, parameter), parameter))));
    }

    /** The value of a parameter that may be given once only. */
    public static String one(List<String> values, String parameter) {
        if (values.size() > 1) {
            throw new InvalidValue(parameter, "must be given once");
        }
        return values.getFirst();
    }

    private static Condition in(String parameter, String column, List<Object> values) {
        if (values.size() == 1) {
            return new Condition("%s = :%s".formatted(column, parameter), Map.of(parameter, values.getFirst()));
        }
        return new Condition("%s IN (:%s)".formatted(column, parameter), Map.of(parameter, values));
    }

    private static String name(String text, String parameter, Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(name -> name.equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        parameter,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }
}
