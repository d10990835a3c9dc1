package io.daybook.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import io.daybook.api.Scope;
import io.daybook.testing.TestToken;
import io.daybook.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class TokenChecksTest {

    private static final Duration SKEW = Duration.ofSeconds(10);

    private final JwtDecoder decoder = TokenChecks.decoder(settings(), SKEW);

    @Test
    void takesATokenOfItsIssuer() {
        Jwt token =
                decoder.decode(good().scopes(Scope.ORDER_READ, Scope.STOCK_READ).signed());

        assertThat(token.getSubject()).isEqualTo(TestTokens.SUBJECT);
        assertThat(token.getClaimAsString("scope")).isEqualTo("order:read stock:read");
    }

    @Test
    void allowsForClocksThatDifferALittle() {
        Instant now = Instant.now();

        assertThat(decoder.decode(good().expiry(now.minusSeconds(5)).signed())).isNotNull();
        assertThat(decoder.decode(good().notBefore(now.plusSeconds(5)).signed()))
                .isNotNull();
    }

    static Stream<Arguments> badTokens() {
        Instant now = Instant.now();
        return Stream.of(
                Arguments.of("expired", good().expiry(now.minusSeconds(11)).signed()),
                Arguments.of(
                        "not yet valid", good().notBefore(now.plusSeconds(60)).signed()),
                Arguments.of("without an end", good().expiry(null).signed()),
                Arguments.of(
                        "of another issuer", good().issuer("http://127.0.0.1:1").signed()),
                Arguments.of("for another audience", good().audience("another").signed()),
                Arguments.of("for nobody", good().audience().signed()),
                Arguments.of("without a subject", good().subject(null).signed()),
                Arguments.of("signed with another key", good().forged()),
                Arguments.of("not signed", good().unsigned()),
                Arguments.of("signed by another algorithm", good().signed(JWSAlgorithm.RS512)),
                Arguments.of("signed by another kind of algorithm", good().signed(JWSAlgorithm.PS256)),
                Arguments.of("signed with the public key as a secret", good().signedWithThePublicKey()),
                Arguments.of("no token at all", "abc"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesATokenThatIs(String what, String token) {
        assertThatThrownBy(() -> decoder.decode(token)).as(what).isInstanceOf(BadJwtException.class);
    }

    @Test
    void tellsAKeySetThatCannotBeHadFromABadToken() {
        OAuth2ResourceServerProperties.Jwt settings = settings();
        settings.setJwkSetUri("http://127.0.0.1:1/oauth2/jwks");
        JwtDecoder cutOff = TokenChecks.decoder(settings, SKEW);

        assertThatThrownBy(() -> cutOff.decode(good().signed()))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void doesNotStartHalfConfigured() {
        OAuth2ResourceServerProperties.Jwt settings = settings();
        settings.setAudiences(List.of());

        assertThatThrownBy(() -> TokenChecks.decoder(settings, SKEW)).hasMessageContaining("audiences is not set");
    }

    private static TestToken good() {
        return TestTokens.token();
    }

    private static OAuth2ResourceServerProperties.Jwt settings() {
        String prefix = "spring.security.oauth2.resourceserver.jwt.";
        OAuth2ResourceServerProperties.Jwt settings = new OAuth2ResourceServerProperties.Jwt();
        settings.setIssuerUri(TestTokens.settings().get(prefix + "issuer-uri"));
        settings.setJwkSetUri(TestTokens.settings().get(prefix + "jwk-set-uri"));
        settings.setAudiences(List.of("daybook"));
        return settings;
    }
}
