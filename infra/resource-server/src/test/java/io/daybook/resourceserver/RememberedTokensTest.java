package io.daybook.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RememberedTokensTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicInteger checked = new AtomicInteger();
    private final TestClock clock = new TestClock();

    @Test
    void checksATokenOnceAMinute() {
        JwtDecoder tokens = remembering(START.plusSeconds(3600));

        tokens.decode("t");
        clock.now = START.plusSeconds(59);
        tokens.decode("t");
        assertThat(checked).hasValue(1);

        clock.now = START.plusSeconds(60);
        tokens.decode("t");
        assertThat(checked).hasValue(2);
    }

    @Test
    void doesNotRememberATokenPastItsEnd() {
        JwtDecoder tokens = remembering(START.plusSeconds(10));

        tokens.decode("t");
        clock.now = START.plusSeconds(10);
        tokens.decode("t");

        assertThat(checked).hasValue(2);
    }

    @Test
    void tellsTokensApartAndForgetsWhatFailed() {
        JwtDecoder tokens = new RememberedTokens(
                token -> {
                    checked.incrementAndGet();
                    throw new BadJwtException(token);
                },
                Duration.ofMinutes(1),
                clock);

        assertThatThrownBy(() -> tokens.decode("a"))
                .isInstanceOf(BadJwtException.class)
                .hasMessage("a");
        assertThatThrownBy(() -> tokens.decode("b"))
                .isInstanceOf(BadJwtException.class)
                .hasMessage("b");
        assertThatThrownBy(() -> tokens.decode("a"))
                .isInstanceOf(BadJwtException.class)
                .hasMessage("a");
        assertThat(checked).hasValue(3);
    }

    private JwtDecoder remembering(Instant end) {
        return new RememberedTokens(
                token -> {
                    checked.incrementAndGet();
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .expiresAt(end)
                            .build();
                },
                Duration.ofMinutes(1),
                clock);
    }

    /** A clock that stands where it is put. */
    private static final class TestClock extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
