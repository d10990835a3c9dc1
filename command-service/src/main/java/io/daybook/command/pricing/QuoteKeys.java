package io.daybook.command.pricing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of quotes: the first signs, all verify. A key's id follows from its secret, so that rotation needs no names.
 */
record QuoteKeys(List<OctetSequenceKey> keys) {

    private static final int LEAST_LENGTH = 32;
    private static final String MAC = "HmacSHA256";

    static QuoteKeys of(String secret, List<String> previous) {
        List<OctetSequenceKey> keys = new ArrayList<>();
        keys.add(key(secret));
        previous.forEach(old -> keys.add(key(old)));
        return new QuoteKeys(List.copyOf(keys));
    }

    String signingKeyId() {
        return keys.getFirst().getKeyID();
    }

    MACSigner signer() {
        try {
            return new MACSigner(keys.getFirst());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    JWKSet verifying() {
        return new JWKSet(keys.stream().map(JWK.class::cast).toList());
    }

    private static OctetSequenceKey key(String secret) {
        if (secret.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(
                    "A secret of daybook.quotes must have %d characters at least".formatted(LEAST_LENGTH));
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return new OctetSequenceKey.Builder(bytes)
                .algorithm(JWSAlgorithm.HS256)
                .keyID(id(bytes))
                .build();
    }

    private static String id(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return HexFormat.of().formatHex(mac.doFinal("key id".getBytes(StandardCharsets.UTF_8)), 0, 4);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
