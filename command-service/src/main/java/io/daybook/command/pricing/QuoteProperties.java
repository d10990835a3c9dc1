package io.daybook.command.pricing;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How quotes are signed.
 *
 * @param secret what signs and verifies, 32 characters or more; all instances must have the same. Without one, a secret
 *     is made at the start
 * @param previousSecrets what verifies only: secrets that signed until lately
 * @param validity how long a quote is good
 */
@ConfigurationProperties("daybook.quotes")
record QuoteProperties(
        @Nullable String secret,
        @DefaultValue List<String> previousSecrets,
        @DefaultValue("PT15M") Duration validity) {

    QuoteProperties {
        if (validity.isNegative() || validity.isZero()) {
            throw new IllegalArgumentException("daybook.quotes.validity must be a time");
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "QuoteProperties[validity=" + validity + "]";
    }
}
