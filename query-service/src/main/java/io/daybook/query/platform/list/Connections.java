package io.daybook.query.platform.list;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Lets an answer that has begun end in a way that no client takes for its end: by cutting the connection. */
final class Connections extends ValveBase {

    private static final String CUT = Connections.class.getName() + ".cut";

    Connections() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable cut = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        request.setAttribute(CUT, cut);
        getNext().invoke(request, response);
    }

    /** Cuts the connection of this thread's request. */
    static void cut() {
        Object cut = RequestContextHolder.currentRequestAttributes().getAttribute(CUT, RequestAttributes.SCOPE_REQUEST);
        if (!(cut instanceof Runnable runnable)) {
            throw new IllegalStateException("The server cannot cut a connection");
        }
        runnable.run();
    }
}
