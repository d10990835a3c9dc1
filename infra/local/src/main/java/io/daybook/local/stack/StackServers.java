package io.daybook.local.stack;

import io.daybook.local.LocalKafka;
import io.daybook.local.LocalPostgres;
import io.daybook.local.LocalServer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The five servers of a stack, each with its folder, port and environment. */
final class StackServers {

    private final StackFolder folder;
    private final int portBase;
    private final Path home;

    StackServers(StackFolder folder, int portBase, Path home) {
        this.folder = folder;
        this.portBase = portBase;
        this.home = home;
    }

    Map<StackProcess, LocalServer> all() {
        Map<StackProcess, LocalServer> servers = new EnumMap<>(StackProcess.class);
        for (StackProcess process : StackProcess.values()) {
            servers.put(process, server(process));
        }
        return servers;
    }

    private LocalServer server(StackProcess process) {
        return switch (process) {
            case POSTGRESQL -> new LocalPostgres(folder.data(process), port(process), folder.log(process));
            case KAFKA -> new LocalKafka(folder.data(process), port(process), folder.log(process));
            case COMMAND_SERVICE, QUERY_SERVICE, ANALYTICS_SERVICE ->
                new ServiceProcess(
                        process, jar(process), environment(process), folder, Readiness.ofServiceOn(port(process)));
        };
    }

    private ServiceJar jar(StackProcess service) {
        return new ServiceJar(service, home, folder, service == StackProcess.COMMAND_SERVICE ? "1g" : "768m");
    }

    private Map<String, String> environment(StackProcess service) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port(service)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(StackProcess.KAFKA));
        if (service == StackProcess.COMMAND_SERVICE) {
            environment.putAll(new QuoteSecret(folder).environment());
        }
        environment.putAll(
                switch (service) {
                    case COMMAND_SERVICE -> database("daybook_command");
                    case QUERY_SERVICE -> database("daybook_query");
                    case ANALYTICS_SERVICE ->
                        Map.of(
                                "DAYBOOK_ANALYTICS_STATEDIR",
                                folder.data(service).toString());
                    case POSTGRESQL, KAFKA -> Map.<String, String>of();
                });
        return environment;
    }

    private Map<String, String> database(String role) {
        String url =
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(StackProcess.POSTGRESQL), LocalPostgres.DATABASE);
        return Map.of("SPRING_DATASOURCE_URL", url, "SPRING_DATASOURCE_USERNAME", role);
    }

    private int port(StackProcess process) {
        return process.port(portBase);
    }
}
