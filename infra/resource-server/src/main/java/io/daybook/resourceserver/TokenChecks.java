package io.daybook.resourceserver;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * All that a token must pass: signed RS256, and nothing else, by a key of the issuer's set; issued by it, for us, with
 * a subject, an expiry, and at a time that is now.
 */
final class TokenChecks {

    private TokenChecks() {}

    static JwtDecoder decoder(OAuth2ResourceServerProperties.Jwt settings, Duration clockSkew) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(set(settings.getJwkSetUri(), "jwk-set-uri"))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(validator(
                set(settings.getIssuerUri(), "issuer-uri"),
                set(settings.getAudiences().isEmpty() ? null : settings.getAudiences(), "audiences"),
                clockSkew));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, List<String> ours, Duration clockSkew) {
        JwtTimestampValidator time = new JwtTimestampValidator(clockSkew);
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                time,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD,
                        audience -> audience != null && audience.stream().anyMatch(ours::contains)),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, Objects::nonNull)));
    }

    private static <T> T set(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("spring.security.oauth2.resourceserver.jwt." + name + " is not set");
        }
        return value;
    }
}
