package io.daybook.resourceserver;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** Asks the table about each request, by the path as the controllers will see it. */
final class EndpointGuard implements AuthorizationManager<RequestAuthorizationContext> {

    private final EndpointTable table;

    EndpointGuard(EndpointTable table) {
        this.table = table;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        return new AuthorizationDecision(EndpointTable.allows(caller.get(), accessTo(context.getRequest())));
    }

    Access accessTo(HttpServletRequest request) {
        RequestPath path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parse(request);
        return table.accessTo(HttpMethod.valueOf(request.getMethod()), path.pathWithinApplication());
    }
}
