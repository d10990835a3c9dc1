package io.daybook.api.customer;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer wants goods and letters.
 *
 * @param lines street, house and the like, 1 to 5 lines
 * @param postcode null where the country has none
 */
public record PostalAddress(List<String> lines, @Nullable String postcode, String city, String country) {

    private static final int MAX_LINES = 5;

    public PostalAddress {
        lines = Require.lines(lines, "lines").stream()
                .map(line -> Require.text(line, "lines"))
                .toList();
        if (lines.size() > MAX_LINES) {
            throw new InvalidValue("lines", "must have 1 to " + MAX_LINES + " lines");
        }
        postcode = postcode == null ? null : Require.text(postcode, "postcode");
        city = Require.text(city, "city");
        country = Require.text(country, "country");
    }

    /** Without the address, which is nobody's business in a log. */
    @Override
    public String toString() {
        return "PostalAddress[…]";
    }
}
