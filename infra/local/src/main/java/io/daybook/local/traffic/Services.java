package io.daybook.local.traffic;

import java.net.URI;

/** Where the three services answer. */
public record Services(URI command, URI query, URI analytics) {

    /** The services of a local stack, whose ports follow one another. */
    public static Services local(int portBase) {
        return new Services(at(portBase), at(portBase + 1), at(portBase + 2));
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
