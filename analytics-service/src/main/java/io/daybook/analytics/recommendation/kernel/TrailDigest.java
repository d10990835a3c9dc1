package io.daybook.analytics.recommendation.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/** What an index holds, as a hash: the same for the same steps of the same trails, however they came into it. */
public final class TrailDigest {

    private TrailDigest() {}

    /**
     * SHA-256 over id, SKUs and times of every trail that has steps, in the order of the ids; lower-case hexadecimal.
     */
    public static String of(TrailIndex index) {
        MessageDigest digest = sha256();
        index.all().stream().sorted(Comparator.comparing(Trail::id)).forEach(trail -> {
            Steps steps = trail.steps();
            if (!steps.isEmpty()) {
                digest.update(("\n" + trail.id()).getBytes(UTF_8));
            }
            for (int place = 0; place < steps.size(); place++) {
                String sku = index.items().sku(steps.item(place));
                digest.update(("\t" + sku + "@" + steps.time(place)).getBytes(UTF_8));
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has it", e);
        }
    }
}
