package io.daybook.command.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All kinds of problems, read from {@code problems.properties} beside this class. */
@Component
final class ProblemCatalogue {

    private final Map<String, ProblemType> byCode = new TreeMap<>();

    ProblemCatalogue() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("problems.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        for (String name : texts.stringPropertyNames()) {
            if (name.endsWith(".status")) {
                String code = name.substring(0, name.length() - ".status".length());
                byCode.put(
                        code,
                        new ProblemType(
                                code,
                                Integer.parseInt(texts.getProperty(name)),
                                texts.getProperty(code + ".meaning", ""),
                                texts.getProperty(code + ".remedy", "")));
            }
        }
    }

    Optional<ProblemType> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Collection<ProblemType> all() {
        return byCode.values();
    }
}
