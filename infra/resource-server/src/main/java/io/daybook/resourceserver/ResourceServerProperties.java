package io.daybook.resourceserver;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Boot's own {@code spring.security.oauth2.resourceserver.jwt} has no setting for.
 *
 * @param clockSkew by how much the clocks of issuer and service may differ
 * @param rememberTokens how long a token that has passed is not checked again; a key withdrawn counts that much later
 */
@ConfigurationProperties("daybook.resource-server")
record ResourceServerProperties(
        @DefaultValue("10s") Duration clockSkew,
        @DefaultValue("1m") Duration rememberTokens) {}
