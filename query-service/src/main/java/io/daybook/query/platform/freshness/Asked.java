package io.daybook.query.platform.freshness;

import io.daybook.api.InvalidValue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The position that a request wants to be passed, 0 for none, and how long it waits for it.
 *
 * @param field how the request calls the position
 */
record Asked(long position, String field, Duration patience) {

    private static final String HEADER = "Min-Position";
    private static final String PARAMETER = "minPosition";
    /** RFC 7240, section 4.3. */
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?:$|[,;])");

    static Asked by(HttpServletRequest request, Duration patience) {
        long header = position(HEADER, request.getHeader(HEADER));
        long parameter = position(PARAMETER, request.getParameter(PARAMETER));
        String field = header > parameter ? HEADER : PARAMETER;
        return new Asked(Math.max(header, parameter), field, shortened(request, patience));
    }

    private static long position(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        try {
            long position = Long.parseLong(text.strip());
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException _) {
            throw unfit(field);
        }
        throw unfit(field);
    }

    private static InvalidValue unfit(String field) {
        return new InvalidValue(field, "must be a position: a whole number, not less than 0");
    }

    private static Duration shortened(HttpServletRequest request, Duration patience) {
        for (String preference : Collections.list(request.getHeaders("Prefer"))) {
            Matcher wait = WAIT.matcher(preference);
            if (wait.find()) {
                Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
                return wanted.compareTo(patience) < 0 ? wanted : patience;
            }
        }
        return patience;
    }
}
