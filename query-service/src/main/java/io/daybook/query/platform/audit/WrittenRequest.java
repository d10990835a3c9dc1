package io.daybook.query.platform.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is written down for good: as it came, but for what was typed freely, which may be somebody's name or
 * address. The value of {@code q}, and that of a {@code payload.} field other than an id or a SKU, becomes {@code …}.
 */
final class WrittenRequest {

    private static final String WITHHELD = "…";
    private static final Pattern FREE = Pattern.compile("q|payload\\.(?!(.*[.])?(\\w*[iI]d|sku)$).*", Pattern.DOTALL);

    private WrittenRequest() {}

    /** The path, and the parameters where there are some, as they came in the query. */
    static String of(String path, @Nullable String query) {
        return query == null
                ? path
                : path + "?"
                        + Arrays.stream(query.split("&", -1))
                                .map(WrittenRequest::parameter)
                                .collect(Collectors.joining("&"));
    }

    private static String parameter(String asItCame) {
        int equals = asItCame.indexOf('=');
        String name = equals < 0 ? asItCame : asItCame.substring(0, equals);
        return FREE.matcher(decoded(name)).matches() && equals >= 0 ? name + "=" + WITHHELD : asItCame;
    }

    /** What no server can decode has not come this far. */
    private static String decoded(String name) {
        return URLDecoder.decode(name, StandardCharsets.UTF_8);
    }
}
