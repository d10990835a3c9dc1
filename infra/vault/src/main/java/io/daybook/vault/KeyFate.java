package io.daybook.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer's key apart from itself.
 *
 * @param keyId what it is called in {@code customer_keys.data_key}
 * @param destroyedAt null while there is the key
 */
public record KeyFate(
        String keyId, Instant madeAt, @Nullable Instant destroyedAt) {}
