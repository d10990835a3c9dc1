package io.daybook.vault.autoconfigure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The vault of an application.
 *
 * @param masterKeys {@code name:base64} of 32 bytes each; the first wraps, the others still open
 * @param readOnly whether the application only opens what others seal
 * @param ownerUsername the role that migrates; the application's own where it is absent
 * @param ownerPassword that role's password
 * @param writers the roles that make and destroy keys
 * @param readers the roles that may read keys
 * @param claimsDoubtfulAfter how long a claim of an e-mail address may wait for its event before others may doubt it
 */
@ConfigurationProperties("daybook.customers")
public record VaultProperties(
        @DefaultValue List<String> masterKeys,
        @DefaultValue("false") boolean readOnly,
        @Nullable String ownerUsername,
        @Nullable String ownerPassword,
        @DefaultValue List<String> writers,
        @DefaultValue List<String> readers,
        @DefaultValue("10m") Duration claimsDoubtfulAfter) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "VaultProperties[…]";
    }
}
