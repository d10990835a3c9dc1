package io.daybook.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that commands make of their values; each refusal is an {@link InvalidValue} that names the field. */
public final class Require {

    private static final int MAX_TEXT = 500;
    private static final int MAX_CATEGORY = 100;
    private static final int MAX_LINES = 5_000;
    private static final int MAX_PRECISION = 19;
    private static final long MAX_QUANTITY = 1_000_000_000_000L;
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/#-]{0,99}");
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/#:-]{0,299}");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final Instant FIRST_TIME = Instant.EPOCH;
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private Require() {}

    /** A value that is there. */
    public static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidValue(field, "is required");
        }
        return value;
    }

    /** A business time of the years 1970 to 9999: what databases and event-time windows can hold. */
    public static Instant time(@Nullable Instant value, String field) {
        Instant time = present(value, field);
        if (time.isBefore(FIRST_TIME) || time.isAfter(LAST_TIME)) {
            throw new InvalidValue(field, "must be a time of the years 1970 to 9999");
        }
        return time;
    }

    /** A text of 1 to 500 characters, stripped; none of them a control character or half of a surrogate pair. */
    public static String text(@Nullable String value, String field) {
        String text = present(value, field).strip();
        if (text.isEmpty()) {
            throw new InvalidValue(field, "must not be blank");
        }
        if (text.length() > MAX_TEXT) {
            throw new InvalidValue(field, "must have at most " + MAX_TEXT + " characters");
        }
        if (UNFIT.matcher(text).find()) {
            throw new InvalidValue(field, "must not have control characters");
        }
        return text;
    }

    /** A text, where there is one. */
    public static @Nullable String textOrNull(@Nullable String value, String field) {
        return value == null ? null : text(value, field);
    }

    /** An identifier: 1 to 100 letters, digits, spaces or {@code . _ / # -}, starting with a letter or digit. */
    public static String identifier(@Nullable String value, String field) {
        String identifier = text(value, field);
        if (!IDENTIFIER.matcher(identifier).matches()) {
            throw new InvalidValue(
                    field, "must be 1 to 100 letters, digits, spaces or . _ / # -, starting with a letter or digit");
        }
        return identifier;
    }

    /** An identifier, where there is one. */
    public static @Nullable String identifierOrNull(@Nullable String value, String field) {
        return value == null ? null : identifier(value, field);
    }

    /** A category: a text of 1 to 100 characters. A {@code /} in it is a character like any other. */
    public static String category(@Nullable String value, String field) {
        String category = text(value, field);
        if (category.length() > MAX_CATEGORY) {
            throw new InvalidValue(field, "must have at most " + MAX_CATEGORY + " characters");
        }
        return category;
    }

    /** A category, where there is one. */
    public static @Nullable String categoryOrNull(@Nullable String value, String field) {
        return value == null ? null : category(value, field);
    }

    /** An identifier, or one composed of several with {@code /} and {@code :}, of up to 300 characters. */
    public static String reference(@Nullable String value, String field) {
        String reference = text(value, field);
        if (!REFERENCE.matcher(reference).matches()) {
            throw new InvalidValue(
                    field, "must be 1 to 300 letters, digits, spaces or . _ / # : -, starting with a letter or digit");
        }
        return reference;
    }

    /** A currency code of three capital letters. */
    public static String currency(@Nullable String value, String field) {
        String currency = present(value, field);
        if (!CURRENCY.matcher(currency).matches()) {
            throw new InvalidValue(field, "must be an ISO 4217 code such as GBP");
        }
        return currency;
    }

    /** An amount with at most 4 digits after the decimal point and 19 in all; its scale is made 0 at least. */
    public static BigDecimal amount(@Nullable BigDecimal value, String field) {
        BigDecimal given = present(value, field);
        if (Math.abs((long) given.scale()) > MAX_PRECISION) {
            throw new InvalidValue(field, "must have at most " + MAX_PRECISION + " digits");
        }
        BigDecimal amount = given.scale() < 0 ? given.setScale(0) : given;
        if (amount.precision() > MAX_PRECISION) {
            throw new InvalidValue(field, "must have at most " + MAX_PRECISION + " digits");
        }
        if (amount.scale() > Money.MAX_SCALE) {
            throw new InvalidValue(field, "must have at most " + Money.MAX_SCALE + " digits after the decimal point");
        }
        return amount;
    }

    /** An amount of money that is zero or more. */
    public static Money notNegative(@Nullable Money value, String field) {
        Money money = present(value, field);
        if (money.amount().signum() < 0) {
            throw new InvalidValue(field, "must not be negative");
        }
        return money;
    }

    /** A number that is zero or more, at most 10^12. */
    public static long notNegative(long value, String field) {
        if (value < 0 || value > MAX_QUANTITY) {
            throw new InvalidValue(field, "must be 0 to " + MAX_QUANTITY);
        }
        return value;
    }

    /** A number of pieces, 1 to 10^12. */
    public static long quantity(long value, String field) {
        if (value < 1 || value > MAX_QUANTITY) {
            throw new InvalidValue(field, "must be 1 to " + MAX_QUANTITY);
        }
        return value;
    }

    /** A list of 1 to 5,000 lines, copied. */
    public static <T> List<T> lines(@Nullable List<T> value, String field) {
        List<T> given = present(value, field);
        if (given.isEmpty() || given.size() > MAX_LINES) {
            throw new InvalidValue(field, "must have 1 to " + MAX_LINES + " lines");
        }
        for (int index = 0; index < given.size(); index++) {
            present(given.get(index), field + "[" + index + "]");
        }
        return List.copyOf(given);
    }
}
