package io.daybook.query.notary;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proofs as they are shown; hashes are in Base64. */
final class ProofView {

    private ProofView() {}

    /**
     * That an event is in the tree of a size (RFC 9162, section 2.1.3).
     *
     * @param leafIndex the number of the leaf, from 0: one less than the position
     * @param leafHash {@code SHA-256(0x00 || event hash)}
     * @param hashes from the leaf to the root
     * @param root what they lead to
     * @param checkpoint the note that was signed of that root; null where no checkpoint has this size
     */
    record Inclusion(
            long position,
            long size,
            long leafIndex,
            String leafHash,
            List<String> hashes,
            String root,
            @Nullable String checkpoint) {}

    /**
     * That the tree of a size is the beginning of another's (RFC 9162, section 2.1.4).
     *
     * @param fromRoot and {@code toRoot} what they lead to
     */
    record Consistency(long from, long to, List<String> hashes, String fromRoot, String toRoot) {}

    static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(ProofView::text).toList();
    }
}
