package io.daybook.query.platform.list;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that a kind of view has in JSON, in their order, with those of the records in them.
 *
 * @param fields empty where a value has none
 */
record Shape(Map<String, Shape> fields) {

    private static final Shape PLAIN = new Shape(Map.of());

    static Shape of(Type type) {
        if (type instanceof ParameterizedType list) {
            return of(list.getActualTypeArguments()[0]);
        }
        if (!(type instanceof Class<?> view) || !view.isRecord()) {
            return PLAIN;
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (RecordComponent component : view.getRecordComponents()) {
            Shape shape = of(component.getGenericType());
            if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
                continue;
            }
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                fields.putAll(shape.fields);
            } else {
                fields.put(component.getName(), shape);
            }
        }
        Arrays.stream(view.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonProperty.class))
                .map(Method::getName)
                .sorted()
                .forEach(name -> fields.putIfAbsent(name, PLAIN));
        return new Shape(fields);
    }

    /** The same with plain fields before those of its own. */
    Shape after(List<String> names) {
        Map<String, Shape> all = new LinkedHashMap<>();
        names.forEach(name -> all.put(name, PLAIN));
        all.putAll(fields);
        return new Shape(all);
    }

    boolean has(String path) {
        Shape shape = this;
        for (String name : path.split("\\.", -1)) {
            Shape next = shape.fields.get(name);
            if (next == null) {
                return false;
            }
            shape = next;
        }
        return true;
    }

    /** The paths of all fields and of those in them. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        fields.forEach((name, shape) -> {
            paths.add(name);
            shape.paths().forEach(path -> paths.add(name + "." + path));
        });
        return paths;
    }
}
