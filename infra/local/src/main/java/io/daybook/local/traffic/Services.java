package io.daybook.local.traffic;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** Where the three services answer, and the tokens they take. */
public record Services(URI command, URI query, URI analytics, AccessTokens tokens) {

    private static final int AUTHORIZATION = 5;

    /**
     * The services of a local stack, whose ports follow one another.
     *
     * @param client on whose behalf they are asked
     * @param secrets the folder in which the stack keeps the clients' secrets
     */
    public static Services local(int portBase, String client, Path secrets) {
        AccessTokens tokens = new ClientCredentials(authorization(portBase), client, secrets, "", Clock.systemUTC());
        return new Services(at(portBase), at(portBase + 1), at(portBase + 2), tokens);
    }

    /** Where the authorization server of a local stack answers. */
    public static URI authorization(int portBase) {
        return at(portBase + AUTHORIZATION);
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
