package io.daybook.analytics.platform.courier;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code daybook.analytics.courier}; application.yaml holds every default.
 *
 * @param commandService the address of the command service
 * @param tokenEndpoint where the client gets its tokens (RFC 6749, section 4.4)
 * @param client the client's id
 * @param secretFile a file with the client's secret, read for each token. Without one, errands wait
 * @param refusedTopic where errands go that the command service refused
 * @param atOnce how many errands of a road may be under way together
 * @param answeredWithin how long an answer is waited for; an errand without one is carried again
 * @param firstPause after an attempt that failed; doubled with each further one
 * @param longestPause between two attempts
 */
@ConfigurationProperties("daybook.analytics.courier")
record CourierProperties(
        URI commandService,
        URI tokenEndpoint,
        String client,
        @Nullable Path secretFile,
        String refusedTopic,
        int atOnce,
        Duration answeredWithin,
        Duration firstPause,
        Duration longestPause) {}
