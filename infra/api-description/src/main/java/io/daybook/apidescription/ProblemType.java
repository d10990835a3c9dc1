package io.daybook.apidescription;

import java.util.Locale;

/**
 * A kind of problem, as its page documents it.
 *
 * @param code the stable code, {@code ID_TAKEN}
 * @param status the HTTP status it comes with
 * @param meaning what has happened
 * @param remedy what a caller can do about it
 */
public record ProblemType(String code, int status, String meaning, String remedy) {

    /** The last part of the type's address: {@code id-taken}. */
    public static String slug(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code Id taken}. */
    public static String title(String code) {
        String words = slug(code).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
