/**
 * What capabilities may have said in the name of the log, under its signature: where an event is in what was signed,
 * and statements. The notary, which has the key, does it. Owns nothing.
 */
@NullMarked
package io.daybook.query.platform.attestation;

import org.jspecify.annotations.NullMarked;
