/**
 * Tamper evidence: follows the log, keeps a Merkle tree over the hashes of the events, and signs checkpoints of it;
 * shows checkpoints, proofs and exports. Owns the tables {@code notary_tile}, {@code notary_checkpoint} and
 * {@code notary_key}, which outlive every rebuild: what was signed cannot be signed otherwise. Appends never wait for
 * it. Depends on the module {@code notary}, the event store and the platform.
 */
@NullMarked
package io.daybook.query.notary;

import org.jspecify.annotations.NullMarked;
