package io.daybook.local.stack;

import io.daybook.local.LocalKafka;
import io.daybook.local.LocalPostgres;
import io.daybook.local.LocalServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Real PostgreSQL and real Kafka under a real supervisor, with services that do nothing. */
final class FakeStack {

    private FakeStack() {}

    static Supervisor supervisor(StackFolder folder, int portBase) {
        StackBoard board = new StackBoard(new StackStateFile(folder), portBase, Clock.systemUTC());
        return new Supervisor(servers(folder, portBase), board, folder, portBase);
    }

    private static Map<StackProcess, LocalServer> servers(StackFolder folder, int portBase) {
        Map<StackProcess, LocalServer> servers = new EnumMap<>(StackProcess.class);
        for (StackProcess process : StackProcess.values()) {
            int port = process.port(portBase);
            servers.put(
                    process,
                    switch (process) {
                        case POSTGRESQL -> new LocalPostgres(folder.data(process), port, folder.log(process));
                        case KAFKA -> new LocalKafka(folder.data(process), port, folder.log(process));
                        case COMMAND_SERVICE, QUERY_SERVICE, ANALYTICS_SERVICE, AUTHORIZATION ->
                            new ServiceProcess(
                                    process,
                                    FakeService.command(folder.programs().resolve(process.title())),
                                    Map.of("SERVER_PORT", Integer.toString(process.managementPort(portBase))),
                                    folder,
                                    Readiness.of(process, portBase));
                    });
        }
        return servers;
    }

    /** As a process of its own, to be killed. */
    public static void main(String[] arguments) throws InterruptedException {
        supervisor(new StackFolder(Path.of(arguments[0])), Integer.parseInt(arguments[1]))
                .start();
        new CountDownLatch(1).await();
    }
}
