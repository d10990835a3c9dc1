package io.daybook.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that wrap all others, by name. They come from configuration as {@code name:base64} of 32 bytes each and are
 * stored nowhere else. The first is the current one; the others still open what they wrapped.
 */
public final class MasterKeys {

    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9._-]{1,50}):([A-Za-z0-9+/]+={0,2})");

    private final Map<String, SecretKey> byName = new LinkedHashMap<>();
    private final String current;
    private final SecureRandom random = new SecureRandom();

    private MasterKeys(List<String> entries) {
        for (int index = 0; index < entries.size(); index++) {
            add(entries.get(index).strip(), index + 1);
        }
        this.current = byName.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new UnfitMasterKeys("There is none: customers' personal data cannot be sealed"));
    }

    /** The keys of a configuration; throws {@link UnfitMasterKeys}, which never shows one. */
    public static MasterKeys of(List<String> entries) {
        return new MasterKeys(entries);
    }

    private void add(String entry, int place) {
        var parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw new UnfitMasterKeys("Entry " + place + " is not of the form name:base64");
        }
        byte[] key = bytes(parts.group(2), place);
        if (byName.putIfAbsent(parts.group(1), new SecretKeySpec(key, "AES")) != null) {
            throw new UnfitMasterKeys("The name " + parts.group(1) + " occurs twice");
        }
    }

    private static byte[] bytes(String base64, int place) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new UnfitMasterKeys("Entry " + place + " is not in Base64");
        }
        if (key.length != DataKey.BYTES) {
            throw new UnfitMasterKeys("Entry " + place + " has " + key.length + " bytes, not " + DataKey.BYTES);
        }
        return key;
    }

    /** The name of the key that wraps from now on. */
    String current() {
        return current;
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** Wraps a key under the current master key: nonce and ciphertext, bound to the key's id. */
    WrappedKey wrap(String keyId, DataKey key) {
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = AesGcm.seal(master(keyId, current), nonce, key.bytes(), place(keyId, current));
        byte[] wrapped = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, wrapped, nonce.length, sealed.length);
        return new WrappedKey(keyId, current, wrapped);
    }

    DataKey unwrap(WrappedKey key) {
        SecretKey master = master(key.keyId(), key.masterKey());
        byte[] nonce = Arrays.copyOf(key.wrapped(), AesGcm.NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(key.wrapped(), AesGcm.NONCE_BYTES, key.wrapped().length);
        try {
            return new DataKey(AesGcm.open(master, nonce, sealed, place(key.keyId(), key.masterKey())));
        } catch (NotSealedHere _) {
            throw new UnfitMasterKeys("The master key %s does not open the key %s: it is another key of that name"
                    .formatted(key.masterKey(), key.keyId()));
        }
    }

    /**
     * Wraps a secret that is no customer's under the current master key.
     *
     * @param id what the secret is for; it opens for nothing else
     * @param secret 32 bytes
     * @return the name of the master key and what was wrapped, as one text
     */
    public String wrapSecret(String id, byte[] secret) {
        WrappedKey key = wrap(id, new DataKey(secret));
        return key.masterKey() + ":" + Base64.getEncoder().encodeToString(key.wrapped());
    }

    /**
     * What {@link #wrapSecret} wrapped for this id; throws {@link UnfitMasterKeys} where no configured key opens it.
     */
    public byte[] unwrapSecret(String id, String wrapped) {
        int colon = wrapped.indexOf(':');
        byte[] sealed = Base64.getDecoder().decode(wrapped.substring(colon + 1));
        return unwrap(new WrappedKey(id, wrapped.substring(0, colon), sealed)).bytes();
    }

    private SecretKey master(String keyId, String name) {
        SecretKey master = byName.get(name);
        if (master == null) {
            throw new UnfitMasterKeys(
                    "The key %s is wrapped by the master key %s, which is not among them".formatted(keyId, name));
        }
        return master;
    }

    private static byte[] place(String keyId, String master) {
        return ("daybook key\n" + keyId + "\n" + master).getBytes(StandardCharsets.UTF_8);
    }
}
