package io.daybook.local.operations;

import io.daybook.local.traffic.ClientCredentials;
import io.daybook.local.traffic.Services;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which read side a command is about, and how its answer is shown. */
final class OperatorOptions {

    private static final int QUERY = 1;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "${sys:daybook.port-base:-8081}",
            description = "first port of the stack; where the local one runs unless told otherwise")
    private int portBase;

    @Option(names = "--query-service", paramLabel = "URL", description = "default: the local stack's")
    private @Nullable URI query;

    @Option(names = "--authorization-server", paramLabel = "URL", description = "default: the local stack's")
    private @Nullable URI authorization;

    @Option(
            names = "--client",
            paramLabel = "ID",
            defaultValue = "operator",
            description = "whose token to use; ${DEFAULT-VALUE} unless told otherwise")
    private String client = "operator";

    @Option(
            names = "--secrets",
            paramLabel = "DIR",
            defaultValue = "${sys:daybook.secrets:-.daybook/data/authorization}",
            description = "where the client's secret is; that of the local stack unless told otherwise")
    private Path secrets = Path.of("");

    @Option(names = "--json", description = "print the answer as it comes")
    private boolean json;

    ReadSide readSide() {
        URI server = authorization == null ? Services.authorization(portBase) : authorization;
        URI service = query == null ? URI.create("http://127.0.0.1:" + (portBase + QUERY)) : query;
        return new ReadSide(service, new ClientCredentials(server, client, secrets, "", Clock.systemUTC()));
    }

    boolean json() {
        return json;
    }
}
