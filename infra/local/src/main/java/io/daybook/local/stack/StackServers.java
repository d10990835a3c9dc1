package io.daybook.local.stack;

import io.daybook.local.LocalKafka;
import io.daybook.local.LocalPostgres;
import io.daybook.local.LocalServer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers of a stack, each with its folder, port and environment. */
final class StackServers {

    private final StackFolder folder;
    private final int portBase;
    private final Path home;
    private final String masterKeys;

    StackServers(StackFolder folder, int portBase, Path home, String masterKeys) {
        this.folder = folder;
        this.portBase = portBase;
        this.home = home;
        this.masterKeys = masterKeys;
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
            case COMMAND_SERVICE, QUERY_SERVICE, ANALYTICS_SERVICE, AUTHORIZATION ->
                new ServiceProcess(
                        process, jar(process), environment(process), folder, Readiness.of(process, portBase));
        };
    }

    private ServiceJar jar(StackProcess service) {
        List<String> sizing = switch (service) {
            case COMMAND_SERVICE -> List.of("-Xmx1g", "-XX:+UseSerialGC");
            // what it derives again fills its heap while queries go on: they would wait for a collector that stops them
            case QUERY_SERVICE -> List.of("-Xmx1g", "-XX:+UseZGC");
            // it does little once it has started: the quick compiler alone halves what its start costs
            case AUTHORIZATION -> List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
            default -> List.of("-Xmx768m", "-XX:+UseSerialGC");
        };
        return new ServiceJar(service, home, folder, sizing);
    }

    private Map<String, String> environment(StackProcess service) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port(service)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.putAll(service == StackProcess.AUTHORIZATION ? ofAuthorization() : ofService(service));
        return environment;
    }

    private Map<String, String> ofAuthorization() {
        return Map.of(
                "DAYBOOK_AUTHORIZATION_ISSUER", issuer(),
                "DAYBOOK_AUTHORIZATION_FOLDER", folder.secrets().toString());
    }

    private Map<String, String> ofService(StackProcess service) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(service.managementPort(portBase)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI", issuer());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI", issuer() + "/oauth2/jwks");
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(StackProcess.KAFKA));
        if (service == StackProcess.COMMAND_SERVICE) {
            environment.putAll(new QuoteSecret(folder).environment());
        }
        environment.putAll(
                switch (service) {
                    case COMMAND_SERVICE -> vaultAndDatabase("daybook_command");
                    case QUERY_SERVICE -> ofQueryService();
                    case ANALYTICS_SERVICE ->
                        Map.of(
                                "DAYBOOK_ANALYTICS_STATEDIR",
                                folder.data(service).toString(),
                                "DAYBOOK_ANALYTICS_COURIER_COMMANDSERVICE",
                                "http://127.0.0.1:" + port(StackProcess.COMMAND_SERVICE),
                                "DAYBOOK_ANALYTICS_COURIER_SECRETFILE",
                                folder.secrets().resolve("analytics.secret").toString());
                    case AUTHORIZATION, POSTGRESQL, KAFKA -> Map.<String, String>of();
                });
        return environment;
    }

    private Map<String, String> ofQueryService() {
        Map<String, String> environment = vaultAndDatabase("daybook_query");
        // who receives webhooks is on this machine as well
        environment.put("DAYBOOK_WEBHOOKS_PRIVATEADDRESSESALLOWED", "true");
        environment.putAll(new NotaryKey(folder).environment());
        return environment;
    }

    private Map<String, String> vaultAndDatabase(String role) {
        Map<String, String> environment = new LinkedHashMap<>(database(role));
        environment.put("DAYBOOK_CUSTOMERS_MASTERKEYS", masterKeys);
        return environment;
    }

    private Map<String, String> database(String role) {
        String url =
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(StackProcess.POSTGRESQL), LocalPostgres.DATABASE);
        return Map.of("SPRING_DATASOURCE_URL", url, "SPRING_DATASOURCE_USERNAME", role);
    }

    private String issuer() {
        return "http://127.0.0.1:" + port(StackProcess.AUTHORIZATION);
    }

    private int port(StackProcess process) {
        return process.port(portBase);
    }
}
