/**
 * The local stack's authorization server: OAuth 2.1 client credentials in, signed access tokens out (RFC 6749, RFC
 * 9068). Owns one folder with its signing key and the clients' secrets, and remembers nothing else. Knows the scopes of
 * {@code shared-api}, and no service.
 */
@NullMarked
package io.daybook.authorization;

import org.jspecify.annotations.NullMarked;
