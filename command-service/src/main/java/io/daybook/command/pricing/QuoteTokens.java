package io.daybook.command.pricing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.daybook.api.pricing.command.Quote;
import java.math.BigDecimal;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;

/** Quotes as signed tokens: JWS compact serialisation with HMAC-SHA256 (RFC 7515), the quote's fields as JWT claims. */
final class QuoteTokens {

    // explicit typing (RFC 8725, section 3.11): no other token passes for a quote
    private static final JOSEObjectType TYPE = new JOSEObjectType("daybook-quote+jwt");
    private static final String UNIT_PRICE = "unit_price";
    private static final String CURRENCY = "currency";
    private static final String PRICE_VERSION = "price_version";
    private static final int LONGEST = 2_000;

    private final String keyId;
    private final MACSigner signer;
    private final DefaultJWTProcessor<SecurityContext> verifier = new DefaultJWTProcessor<>();

    QuoteTokens(QuoteKeys keys) {
        keyId = keys.signingKeyId();
        signer = keys.signer();
        verifier.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        verifier.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, new ImmutableJWKSet<>(keys.verifying())));
        // an expired quote can still be read: who cites it is told so, and gets a new one
        verifier.setJWTClaimsSetVerifier((_, _) -> {});
    }

    /** A quote; its times are to the second, as the token has them. */
    Quote sign(
            String quoteId,
            String sku,
            BigDecimal unitPrice,
            String currency,
            long priceVersion,
            Instant quotedAt,
            Instant expiresAt) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .jwtID(quoteId)
                .subject(sku)
                .claim(UNIT_PRICE, unitPrice.toPlainString())
                .claim(CURRENCY, currency)
                .claim(PRICE_VERSION, priceVersion)
                .issueTime(Date.from(quotedAt))
                .expirationTime(Date.from(expiresAt))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(TYPE)
                .keyID(keyId)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Quote(token.serialize(), quoteId, sku, unitPrice, currency, priceVersion, quotedAt, expiresAt);
    }

    /** The quote of a token, expired or not; empty where it was not signed with one of the keys. */
    Optional<Quote> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JWTClaimsSet claims = verifier.process(token, null);
            return Optional.of(new Quote(
                    token,
                    claims.getJWTID(),
                    claims.getSubject(),
                    new BigDecimal(claims.getStringClaim(UNIT_PRICE)),
                    claims.getStringClaim(CURRENCY),
                    Objects.requireNonNull(claims.getLongClaim(PRICE_VERSION)),
                    claims.getIssueTime().toInstant(),
                    claims.getExpirationTime().toInstant()));
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return Optional.empty();
        }
    }
}
