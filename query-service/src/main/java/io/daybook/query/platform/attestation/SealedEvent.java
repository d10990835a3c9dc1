package io.daybook.query.platform.attestation;

import java.util.List;

/**
 * An event that a checkpoint covers, and the proof of it (RFC 9162, section 2.1.3). Hashes are in Base64.
 *
 * @param eventHash as it is stored beside the event
 * @param size how many events the checkpoint covers
 * @param root of the tree that was signed
 * @param inclusion the hashes from the leaf to the root
 */
public record SealedEvent(long position, String eventHash, long size, String root, List<String> inclusion) {

    public SealedEvent {
        inclusion = List.copyOf(inclusion);
    }
}
