package io.daybook.resourceserver;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who may use which endpoint of a service. A request goes by the most specific pattern that fits, as it does with
 * controllers; one that no pattern fits is closed to everybody.
 */
public final class EndpointTable {

    private static final String SCOPE = "SCOPE_";

    private final Map<HttpMethod, List<Endpoint>> rows;

    private EndpointTable(Map<HttpMethod, List<Endpoint>> rows) {
        this.rows = rows;
    }

    public static EndpointTable of(Endpoint... endpoints) {
        return new EndpointTable(Stream.of(endpoints)
                .sorted(Comparator.comparing(Endpoint::path))
                .collect(Collectors.groupingBy(Endpoint::method)));
    }

    /** Who may send this method to this path within the application; HEAD goes with GET. */
    public Access accessTo(HttpMethod method, PathContainer path) {
        HttpMethod row = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return rows.getOrDefault(row, List.of()).stream()
                .filter(endpoint -> endpoint.path().matches(path))
                .map(Endpoint::access)
                .findFirst()
                .orElseGet(Access.Closed::new);
    }

    /** Whether a caller may send this method to this path. */
    public boolean allows(Authentication caller, HttpMethod method, String path) {
        return allows(caller, accessTo(method, PathContainer.parsePath(path)));
    }

    static boolean allows(Authentication caller, Access access) {
        return switch (access) {
            case Access.Open() -> true;
            case Access.AnyToken() -> hasToken(caller);
            case Access.Scoped(var scope) ->
                hasToken(caller) && names(caller.getAuthorities()).anyMatch((SCOPE + scope.value())::equals);
            case Access.Closed() -> false;
        };
    }

    private static boolean hasToken(Authentication caller) {
        return caller
                        instanceof
                        org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken
                && caller.isAuthenticated();
    }

    private static Stream<String> names(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream().map(GrantedAuthority::getAuthority);
    }
}
