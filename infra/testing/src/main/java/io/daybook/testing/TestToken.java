package io.daybook.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.daybook.api.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An access token in the making; each of its ways to be bad is one call. */
public final class TestToken {

    private static final Duration LIFE = Duration.ofHours(6);

    private final RSAKey key;
    private String issuer;
    private List<String> audience = List.of(TestTokens.AUDIENCE);
    private @Nullable String subject = TestTokens.SUBJECT;
    private @Nullable Instant expiry = Instant.now().plus(LIFE);
    private Instant notBefore = Instant.now().minusSeconds(1);
    private List<String> scopes = List.of();

    TestToken(RSAKey key, String issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    public TestToken scopes(Scope... named) {
        scopes = Stream.of(named).map(Scope::value).toList();
        return this;
    }

    public TestToken subject(@Nullable String other) {
        subject = other;
        return this;
    }

    public TestToken issuer(String other) {
        issuer = other;
        return this;
    }

    public TestToken audience(String... others) {
        audience = List.of(others);
        return this;
    }

    /** When it ends; null for a token that never does. */
    public TestToken expiry(@Nullable Instant other) {
        expiry = other;
        return this;
    }

    public TestToken notBefore(Instant other) {
        notBefore = other;
        return this;
    }

    /** The token, signed as it should be. */
    public String signed() {
        return signed(JWSAlgorithm.RS256);
    }

    /** Signed with the right key by another algorithm of its kind. */
    public String signed(JWSAlgorithm algorithm) {
        return signed(algorithm, key);
    }

    /** Signed with a key that is not the issuer's, and bears the name of the one that is. */
    public String forged() {
        return signed(JWSAlgorithm.RS256, TestTokens.newKey(key.getKeyID()));
    }

    /** Without a signature, {@code "alg":"none"}. */
    public String unsigned() {
        return new PlainJWT(claims()).serialize();
    }

    /** Signed HS256 with the issuer's public key as the secret. */
    public String signedWithThePublicKey() {
        try {
            SignedJWT token = new SignedJWT(header(JWSAlgorithm.HS256), claims());
            token.sign(new MACSigner(key.toPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSAlgorithm algorithm, RSAKey with) {
        try {
            SignedJWT token = new SignedJWT(header(algorithm), claims());
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .notBeforeTime(Date.from(notBefore))
                .expirationTime(expiry == null ? null : Date.from(expiry))
                .claim("scope", scopes.stream().collect(Collectors.joining(" ")))
                .build();
    }
}
