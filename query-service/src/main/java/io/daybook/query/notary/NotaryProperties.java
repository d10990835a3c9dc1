package io.daybook.query.notary;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is notarised. Without a key nothing is signed; what was signed before is still shown.
 *
 * @param origin the name of the log, which is in every checkpoint and never changes
 * @param keyFile where the private key is that signs: Ed25519 in PKCS#8, PEM
 * @param key the private key itself, where it comes from the environment and not from a file
 * @param formerKeyFile where the key is that signed before, while it is replaced: the first checkpoint by the new key
 *     has both signatures
 * @param checkpointFile the file outside of the database to which every checkpoint is added; best one that this service
 *     can only add to
 * @param sealEvents with so many new events they are sealed at once
 * @param sealEvery how long an event waits to be sealed at most
 * @param mostPerSeal the most events under one checkpoint, where many wait
 */
@ConfigurationProperties("daybook.notary")
record NotaryProperties(
        @DefaultValue("daybook.local/events") String origin,
        @Nullable Path keyFile,
        @Nullable String key,
        @Nullable Path formerKeyFile,
        @Nullable Path checkpointFile,
        @DefaultValue("20000") int sealEvents,
        @DefaultValue("PT10S") Duration sealEvery,
        @DefaultValue("50000") int mostPerSeal) {

    NotaryProperties {
        if (sealEvents < 1 || mostPerSeal < 1) {
            throw new IllegalArgumentException(
                    "daybook.notary.seal-events and daybook.notary.most-per-seal must be 1 or more");
        }
    }
}
