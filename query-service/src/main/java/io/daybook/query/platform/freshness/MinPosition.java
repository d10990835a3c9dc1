package io.daybook.query.platform.freshness;

import io.daybook.api.InvalidValue;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The position that a request wants to be passed, 0 for none.
 *
 * @param field how the request calls it: by the header or the parameter, whichever wants more
 */
public record MinPosition(long position, String field) {

    private static final String HEADER = "Min-Position";
    private static final String PARAMETER = "minPosition";

    /** That of a request; throws {@link InvalidValue} where what it says is no position. */
    public static MinPosition of(HttpServletRequest request) {
        long header = position(HEADER, request.getHeader(HEADER));
        long parameter = position(PARAMETER, request.getParameter(PARAMETER));
        return header > parameter ? new MinPosition(header, HEADER) : new MinPosition(parameter, PARAMETER);
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
}
