package io.daybook.notary;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) as the JDK has it, with keys as the bytes that notes carry. */
final class Ed25519 {

    /** How many bytes a public key has. */
    static final int PUBLIC_BYTES = 32;

    /** How many bytes a signature has. */
    static final int SIGNATURE_BYTES = 64;

    private static final String NAME = "Ed25519";
    /** What stands before the bytes of a public key in X.509 (RFC 8410, section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static KeyPair generate() {
        return generate(new SecureRandom());
    }

    private static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** A private key as PKCS#8 has it, with its public key. */
    static KeyPair ofPrivate(byte[] pkcs8) {
        try {
            PrivateKey key = KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            byte[] seed = ((EdECPrivateKey) key)
                    .getBytes()
                    .orElseThrow(() -> new InvalidNote("The private key does not show its bytes"));
            // the JDK derives a public key from a seed only when it generates a pair from what its source of randomness
            // gives
            return generate(new GivenBytes(seed));
        } catch (InvalidKeySpecException e) {
            throw new InvalidNote("This is no Ed25519 private key in PKCS#8", e);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] bytes(PublicKey key) {
        byte[] x509 = key.getEncoded();
        return Arrays.copyOfRange(x509, X509.length, x509.length);
    }

    static PublicKey ofPublic(byte[] bytes) {
        byte[] x509 = Arrays.copyOf(X509, X509.length + PUBLIC_BYTES);
        System.arraycopy(bytes, 0, x509, X509.length, PUBLIC_BYTES);
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(x509));
        } catch (InvalidKeySpecException e) {
            throw new InvalidNote("This is no Ed25519 public key", e);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(NAME);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException | InvalidKeyException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException cause) {
        return new IllegalStateException("every JDK has Ed25519", cause);
    }

    /** Gives the bytes of a seed for random ones. */
    private static final class GivenBytes extends SecureRandom {

        private final byte[] seed;

        GivenBytes(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
