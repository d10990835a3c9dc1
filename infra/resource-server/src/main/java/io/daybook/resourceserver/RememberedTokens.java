package io.daybook.resourceserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a while which tokens have passed the checks, and never past a token's own end: to check a signature
 * takes about 50 µs and 35 KB, a third of what a whole command takes. What fails is not remembered.
 */
final class RememberedTokens implements JwtDecoder {

    private static final int MOST = 10_000;

    private final JwtDecoder checks;
    private final Cache<String, Jwt> passed;

    RememberedTokens(JwtDecoder checks, Duration atMost, Clock clock) {
        this.checks = checks;
        this.passed = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker(clock))
                .expireAfter(Expiry.creating((String _, Jwt token) -> shorter(atMost, lifeLeft(token, clock))))
                .build();
    }

    @Override
    public Jwt decode(String token) {
        return Objects.requireNonNull(passed.get(token, checks::decode));
    }

    private static Duration lifeLeft(Jwt token, Clock clock) {
        Instant end = token.getExpiresAt();
        return end == null ? Duration.ZERO : Duration.between(clock.instant(), end);
    }

    private static Duration shorter(Duration one, Duration other) {
        Duration shorter = one.compareTo(other) < 0 ? one : other;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    private static Ticker ticker(Clock clock) {
        Instant start = clock.instant();
        return () -> Duration.between(start, clock.instant()).toNanos();
    }
}
