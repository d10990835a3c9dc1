package io.daybook.query.platform.operation;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Why an operator does something: the request's header {@code Reason}, of 3 to 500 characters. As headers carry ASCII,
 * others are sent as the percent-encoded bytes of their UTF-8; a percent sign that begins no such byte is itself. The
 * bytes may also come as they are.
 */
final class Reason {

    static final String HEADER = "Reason";

    private static final int SHORTEST = 3;
    private static final int HEXADECIMAL = 16;

    private Reason() {}

    /**
     * The reason in a header as the server has it, a character for each byte; {@link InvalidValue} where there is none.
     */
    static String of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new InvalidValue(
                    HEADER, "is required: say in this header, in 3 to 500 characters, why it is to be done");
        }
        String reason = Require.text(decoded(header), HEADER);
        if (reason.length() < SHORTEST) {
            throw new InvalidValue(HEADER, "must have at least " + SHORTEST + " characters");
        }
        return reason;
    }

    private static String decoded(String header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(header.length());
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            int encoded = c == '%' && i + 2 < header.length() ? octet(header.charAt(i + 1), header.charAt(i + 2)) : -1;
            if (encoded >= 0) {
                bytes.write(encoded);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException _) {
            return header;
        }
    }

    private static int octet(char first, char second) {
        int high = Character.digit(first, HEXADECIMAL);
        int low = Character.digit(second, HEXADECIMAL);
        return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
    }
}
