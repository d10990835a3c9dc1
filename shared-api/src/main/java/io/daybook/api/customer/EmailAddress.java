package io.daybook.api.customer;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address: a local part of up to 64 bytes, {@code @}, and a domain of two labels at least; up to 254 bytes in
 * all (RFC 5321, section 4.5.3.1, and RFC 6531). It is kept as it was written, stripped and in Unicode's form NFC.
 */
public record EmailAddress(String value) {

    private static final int MAX_BYTES = 254;
    private static final int MAX_LOCAL_BYTES = 64;

    /** The address in a field; refused without an echo of it. */
    public static EmailAddress of(@Nullable String text, String field) {
        String address = Normalizer.normalize(Require.text(text, field), Normalizer.Form.NFC);
        int at = address.lastIndexOf('@');
        String local = address.substring(0, Math.max(at, 0));
        boolean fits = at > 0
                && bytes(address) <= MAX_BYTES
                && bytes(local) <= MAX_LOCAL_BYTES
                && local.chars().noneMatch(EmailAddress::separates)
                && asciiDomain(address.substring(at + 1)) != null;
        if (!fits) {
            throw new InvalidValue(field, "must be an e-mail address such as name@example.com");
        }
        return new EmailAddress(address);
    }

    /**
     * The form in which two addresses are compared: lower case throughout, and the domain in its ASCII form (IDNA). A
     * mail server may in theory tell Ann from ann; none that matters does, and two customers of that name would be one
     * person.
     */
    public String canonical() {
        int at = value.lastIndexOf('@');
        String local = value.substring(0, at).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(local, Normalizer.Form.NFC) + "@" + asciiDomain(value.substring(at + 1));
    }

    private static @Nullable String asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.indexOf('.') > 0 && !ascii.endsWith(".") ? ascii : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean separates(int character) {
        return character == '@' || Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Without the address, which is nobody's business in a log. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
