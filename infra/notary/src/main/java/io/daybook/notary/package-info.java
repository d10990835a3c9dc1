/**
 * Tamper evidence for a log of events: an RFC 9162 Merkle tree over the event hashes, kept as tiles; checkpoints of it,
 * signed with Ed25519 as C2SP notes; inclusion and consistency proofs; exports, and the verifier that needs nothing but
 * an export and public keys. Owns no data: who keeps tiles, checkpoints and keys hands them in. Depends on the JDK
 * alone.
 */
@NullMarked
package io.daybook.notary;

import org.jspecify.annotations.NullMarked;
