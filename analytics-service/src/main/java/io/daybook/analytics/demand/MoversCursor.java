package io.daybook.analytics.demand;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.daybook.api.InvalidValue;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of movers starts; as text it is opaque.
 *
 * @param end the end of the window, so that further pages are about the same one; null for the newest
 * @param skipped how many were on the pages before
 */
record MoversCursor(@Nullable Instant end, int skipped) {

    static final MoversCursor FIRST = new MoversCursor(null, 0);

    private static final Pattern CONTENT = Pattern.compile("(-?[0-9]{1,12})\\.([0-9]{1,9})");

    String text() {
        String content = (end == null ? 0 : end.getEpochSecond()) + "." + skipped;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(US_ASCII));
    }

    static MoversCursor of(String text) {
        try {
            Matcher content = CONTENT.matcher(new String(Base64.getUrlDecoder().decode(text), US_ASCII));
            if (content.matches()) {
                return new MoversCursor(
                        Instant.ofEpochSecond(Long.parseLong(content.group(1))), Integer.parseInt(content.group(2)));
            }
        } catch (IllegalArgumentException _) {
            throw unfit();
        }
        throw unfit();
    }

    private static InvalidValue unfit() {
        return new InvalidValue("cursor", "is not the next of a page of movers");
    }
}
