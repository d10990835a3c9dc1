package io.daybook.query.platform.freshness;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position that a request wants to be passed, 0 for none, and how long it waits for it.
 *
 * @param field how the request calls the position
 */
record Asked(long position, String field, Duration patience) {

    /** RFC 7240, section 4.3. */
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?:$|[,;])");

    static Asked by(HttpServletRequest request, Duration patience) {
        MinPosition wanted = MinPosition.of(request);
        return new Asked(wanted.position(), wanted.field(), shortened(request, patience));
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
