package io.daybook.resourceserver;

import io.daybook.api.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A row of the table: a method, a path pattern as controllers have it, and who may use what they name. */
public record Endpoint(HttpMethod method, PathPattern path, Access access) {

    public static Endpoint get(String path, Scope scope) {
        return row(HttpMethod.GET, path, new Access.Scoped(scope));
    }

    public static Endpoint post(String path, Scope scope) {
        return row(HttpMethod.POST, path, new Access.Scoped(scope));
    }

    public static Endpoint put(String path, Scope scope) {
        return row(HttpMethod.PUT, path, new Access.Scoped(scope));
    }

    public static Endpoint delete(String path, Scope scope) {
        return row(HttpMethod.DELETE, path, new Access.Scoped(scope));
    }

    /** A POST that needs a valid token and sees to the scopes itself. */
    public static Endpoint postWithAnyToken(String path) {
        return row(HttpMethod.POST, path, new Access.AnyToken());
    }

    /** A page that needs no token. */
    public static Endpoint open(String path) {
        return row(HttpMethod.GET, path, new Access.Open());
    }

    private static Endpoint row(HttpMethod method, String path, Access access) {
        return new Endpoint(method, PathPatternParser.defaultInstance.parse(path), access);
    }
}
