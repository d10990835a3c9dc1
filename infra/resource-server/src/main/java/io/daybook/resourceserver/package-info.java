/**
 * What every service does with a bearer token (RFC 6750): checks signature, issuer, audience and time, and opens the
 * endpoints that the token's scopes name. Whatever is not in the service's
 * {@link io.daybook.resourceserver.EndpointTable} is closed. Owns no data; knows no capability but the names of the
 * scopes.
 */
@NullMarked
package io.daybook.resourceserver;

import org.jspecify.annotations.NullMarked;
