package io.daybook.query.platform.list;

import io.daybook.api.InvalidValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** As what a list is answered: a page of it as JSON, or all of it, row by row. */
public enum Format {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8"),
    NDJSON("application/x-ndjson");

    @SuppressWarnings("ImmutableEnumChecker") // Spring's media types do not change
    private final MediaType mediaType;

    Format(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    MediaType mediaType() {
        return mediaType;
    }

    boolean isExport() {
        return this != JSON;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that the parameter names, else the one that is accepted best. */
    static Format of(@Nullable String parameter, @Nullable String accept) throws HttpMediaTypeNotAcceptableException {
        if (parameter != null) {
            return Arrays.stream(values())
                    .filter(format -> format.suffix().equals(parameter))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValue("format", "must be one of json, csv, ndjson"));
        }
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        return accepted(accept)
                .flatMap(range -> Arrays.stream(values()).filter(format -> range.includes(format.mediaType)))
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(
                        Arrays.stream(values()).map(Format::mediaType).toList()));
    }

    private static Stream<MediaType> accepted(String header) throws HttpMediaTypeNotAcceptableException {
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(header);
            return ranges.stream()
                    .filter(range -> range.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed());
        } catch (org.springframework.http.InvalidMediaTypeException _) {
            throw new HttpMediaTypeNotAcceptableException("The Accept header cannot be read");
        }
    }
}
