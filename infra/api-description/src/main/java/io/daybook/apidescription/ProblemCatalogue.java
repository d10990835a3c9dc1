package io.daybook.apidescription;

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

/** All kinds of problems of a service, read from its {@code problems.properties}. */
public final class ProblemCatalogue {

    private final Map<String, ProblemType> byCode = new TreeMap<>();

    /**
     * Reads them.
     *
     * @param beside a class of the package that has the file
     */
    public ProblemCatalogue(Class<?> beside) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream("problems.properties")), StandardCharsets.UTF_8)) {
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

    public Optional<ProblemType> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Collection<ProblemType> all() {
        return byCode.values();
    }
}
