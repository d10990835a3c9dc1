package io.daybook.resourceserver;

import io.daybook.api.Scope;

/** Who may use an endpoint. */
public sealed interface Access {

    /** Everybody, without a token. */
    record Open() implements Access {}

    /** Everybody with a valid token, whatever its scopes: the endpoint asks for those itself. */
    record AnyToken() implements Access {}

    /** A token with this scope. */
    record Scoped(Scope scope) implements Access {}

    /** Nobody: the endpoint is not in the table. */
    record Closed() implements Access {}
}
