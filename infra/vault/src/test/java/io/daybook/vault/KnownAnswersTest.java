package io.daybook.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The published examples of the algorithms. */
class KnownAnswersTest {

    private static final HexFormat HEX = HexFormat.of();

    /** McGrew and Viega, The Galois/Counter Mode of Operation (submission to NIST), appendix B, test case 16. */
    @Test
    void sealsAndOpensAsTheGcmSpecificationShows() {
        SecretKeySpec key = new SecretKeySpec(
                HEX.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"), "AES");
        byte[] nonce = HEX.parseHex("cafebabefacedbaddecaf888");
        byte[] plain =
                HEX.parseHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e24"
                        + "49a6b525b16aedf5aa0de657ba637b39");
        byte[] associated = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] sealed =
                HEX.parseHex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b10"
                        + "56828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b");

        assertThat(AesGcm.seal(key, nonce, plain, associated)).isEqualTo(sealed);
        assertThat(AesGcm.open(key, nonce, sealed, associated)).isEqualTo(plain);
    }

    /** RFC 5869, appendix A.1. */
    @Test
    void derivesKeysAsTheHkdfSpecificationShows() {
        byte[] key = HEX.parseHex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");

        assertThat(Hkdf.expand(key, HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42, "Generic")
                        .getEncoded())
                .isEqualTo(HEX.parseHex(
                        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }
}
