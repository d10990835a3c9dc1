package io.daybook.vault;

import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.SealedData;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals and opens personal data under the key of its customer. What is sealed is bound to the customer and to the type
 * of the event it is for: it opens nowhere else. Once the key is destroyed it opens nowhere at all.
 */
public final class CustomerVault {

    /** The way of sealing, and with it the set of fields: name, email, address. */
    static final int VERSION = 1;

    /** The plain text is filled up to a multiple of this, so that its length tells little. */
    private static final int BLOCK = 128;

    private static final int REWRAPPED_AT_ONCE = 500;

    private final KeyRows keys;
    private final MasterKeys masters;
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = JsonMapper.builder().build();

    /** A vault on the schema {@code customer_keys} of a database, see {@link VaultMigration}. */
    public CustomerVault(DataSource dataSource, MasterKeys masters) {
        this.keys = new KeyRows(dataSource, masters);
        this.masters = masters;
    }

    /**
     * Seals under a key that is made where the customer has none yet; throws {@link MissingKey} once it is destroyed.
     */
    public SealedData sealFirst(String customerId, String eventType, PersonalData data) {
        return seal(keys.findOrCreate(keyId(customerId)), customerId, eventType, data);
    }

    /** Seals under the customer's key; throws {@link MissingKey} where there is none or it is destroyed. */
    public SealedData seal(String customerId, String eventType, PersonalData data) {
        return seal(keys.findOrThrow(keyId(customerId)), customerId, eventType, data);
    }

    /**
     * Opens what was sealed; empty once the key is destroyed.
     *
     * @param eventType the simple name of the event type that carried it
     * @throws NotSealedHere where it was sealed for another customer or event type, or was changed
     */
    public Optional<PersonalData> open(String customerId, String eventType, SealedData sealed) {
        if (sealed.version() != VERSION) {
            throw new NotSealedHere("Version " + sealed.version() + " is not known");
        }
        return keys.findKey(keyId(customerId))
                .map(key -> key.open(decode(sealed.nonce()), decode(sealed.ciphertext()), place(customerId, eventType)))
                .map(plain -> json.readValue(plain, PersonalData.class));
    }

    /** Destroys the customer's key; does so once, however often it is asked. */
    public void destroy(String customerId) {
        keys.destroy(keyId(customerId));
    }

    /** What became of the customer's key; empty where there never was one. */
    public Optional<KeyFate> fate(String customerId) {
        return keys.fate(keyId(customerId));
    }

    /** Throws {@link UnfitMasterKeys} where a stored key is wrapped by a master key that is not configured. */
    public void verifyMasterKeys() {
        Set<String> lacking = new HashSet<>(keys.mastersInUse());
        lacking.removeAll(masters.names());
        if (!lacking.isEmpty()) {
            throw new UnfitMasterKeys("Stored keys are wrapped by master keys that are not among them: " + lacking);
        }
    }

    /** Wraps every key under the current master key; tells how many were under another. */
    public int rewrap() {
        int all = 0;
        for (int some = keys.rewrap(REWRAPPED_AT_ONCE); some > 0; some = keys.rewrap(REWRAPPED_AT_ONCE)) {
            all += some;
        }
        return all;
    }

    private SealedData seal(DataKey key, String customerId, String eventType, PersonalData data) {
        byte[] content = json.writeValueAsBytes(data);
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] ciphertext = key.seal(nonce, filledUp(content), place(customerId, eventType));
        return new SealedData(VERSION, encode(nonce), encode(ciphertext), encode(key.digest(content)));
    }

    /** With blanks, which JSON has no objection to. */
    private static byte[] filledUp(byte[] content) {
        byte[] filled = Arrays.copyOf(content, Math.ceilDiv(content.length, BLOCK) * BLOCK);
        Arrays.fill(filled, content.length, filled.length, (byte) ' ');
        return filled;
    }

    /** No identifier has a line break in it, so no two places are called the same. */
    private static byte[] place(String customerId, String eventType) {
        return "daybook customer\n%d\n%s\n%s"
                .formatted(VERSION, customerId, eventType)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String keyId(String customerId) {
        return "customer:" + customerId;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }
}
