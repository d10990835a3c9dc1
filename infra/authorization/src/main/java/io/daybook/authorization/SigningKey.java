package io.daybook.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

/** The key that signs the tokens, the same one after a restart. */
final class SigningKey {

    private static final String FILE = "signing-key.json";
    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey keptIn(PrivateFolder folder) {
        try {
            return RSAKey.parse(folder.readOrMake(FILE, SigningKey::generate));
        } catch (ParseException e) {
            throw new IllegalStateException(FILE + " is not a JSON web key", e);
        }
    }

    private static String generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK can generate RSA keys", e);
        }
    }
}
