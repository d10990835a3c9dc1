/**
 * The certificate that a customer is erased: what the log says of it, what was destroyed, and what a search of all
 * tables finds of what was sealed. Owns nothing and keeps nothing: every certificate is made of what there is when it
 * is asked for. Depends on the event store, the vault and the platform.
 */
@NullMarked
package io.daybook.query.erasure;

import org.jspecify.annotations.NullMarked;
