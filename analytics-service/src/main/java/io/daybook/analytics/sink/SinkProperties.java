package io.daybook.analytics.sink;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** The sinks under {@code daybook.analytics.sinks}, by name. */
@ConfigurationProperties("daybook.analytics")
record SinkProperties(@DefaultValue Map<String, Sink> sinks) {

    SinkProperties {
        sinks = new LinkedHashMap<>(sinks);
        sinks.forEach((name, sink) -> {
            if (!name.matches("[a-z0-9][a-z0-9_-]{0,62}")) {
                throw new IllegalArgumentException(
                        "A sink's name is 1 to 63 small letters, digits, - or _; \"" + name + "\" is not");
            }
            sink.check(name);
        });
    }

    /**
     * A sink.
     *
     * @param from the topic
     * @param where sources (see {@link Field}) and the values they may have; a record with another one is passed over
     * @param fields what is taken from a record; the whole of its value where none are named
     */
    record Sink(
            String from,
            @DefaultValue Map<String, List<String>> where,
            @DefaultValue List<String> fields,
            Destination to) {

        /** Whether records are written as they are. */
        boolean isWhole() {
            return fields.isEmpty();
        }

        List<Field> columns() {
            return fields.isEmpty()
                    ? List.of(new Field("value", Field.Type.JSONB, ""))
                    : fields.stream().map(Field::parse).toList();
        }

        void check(String name) {
            Set<String> names = new HashSet<>();
            for (Field field : columns()) {
                if (!names.add(field.name())) {
                    throw new IllegalArgumentException("Sink " + name + " has two fields " + field.name());
                }
            }
            to.check(name, names);
        }
    }

    /**
     * Where a sink goes to; each kind has its own settings.
     *
     * @param topic of {@code kafka}
     * @param url a JDBC address, of {@code postgres}
     * @param key the columns of a row that a later record of the same key overwrites; without, every record is a row
     * @param folder of {@code ndjson} and {@code csv}
     * @param rotateSize a file that has grown to this is followed by another
     * @param rotateAfter so is one that has been written to for so long; zero is never
     */
    record Destination(
            Kind kind,
            @Nullable String topic,
            @Nullable URI url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @Nullable String table,
            @DefaultValue List<String> key,
            @Nullable Path folder,
            @DefaultValue("128MB") DataSize rotateSize,
            @DefaultValue("P1D") Duration rotateAfter) {

        /** Without what must not be seen. */
        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        /** The settings that a kind cannot do without are there. */
        private void check(String name, Set<String> fields) {
            switch (kind) {
                case KAFKA -> required(name, "topic", topic);
                case POSTGRES -> {
                    required(name, "url", url);
                    required(name, "table", table);
                    if (!fields.containsAll(key)) {
                        throw new IllegalArgumentException(
                                "Sink %s: the key %s is not among the fields %s".formatted(name, key, fields));
                    }
                }
                case NDJSON, CSV -> required(name, "folder", folder);
                case CONSOLE -> {}
            }
        }

        private void required(String name, String setting, @Nullable Object value) {
            if (value == null) {
                throw new IllegalArgumentException("Sink %s: kind %s needs to.%s".formatted(name, this, setting));
            }
        }
    }

    /** The kinds of targets. */
    enum Kind {
        KAFKA,
        POSTGRES,
        NDJSON,
        CSV,
        CONSOLE
    }
}
