package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.local.ChildProcess;
import io.daybook.local.LocalKafka;
import io.daybook.local.LoopbackPorts;
import io.daybook.local.Signals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The command service from its jar, with PostgreSQL and Kafka, publication and automations, as it runs in the stack. */
final class ServiceUnderLoad implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final LocalKafka kafka;
    private final ChildProcess service;
    private final int port;

    private ServiceUnderLoad(LocalKafka kafka, ChildProcess service, int port) {
        this.kafka = kafka;
        this.service = service;
        this.port = port;
    }

    static ServiceUnderLoad start(BenchServer server, String database, Path home) {
        LocalKafka kafka = new LocalKafka(
                server.folder().resolve("kafka"),
                LoopbackPorts.anyFree(),
                server.folder().resolve("kafka.log"));
        kafka.start();
        int port = LoopbackPorts.anyFree();
        Path jar = home.resolve("command-service/target/command-service.jar");
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-jar",
                jar.toString());
        Map<String, String> environment = Map.of(
                "SERVER_PORT", Integer.toString(port),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "SPRING_DATASOURCE_URL", database,
                "SPRING_DATASOURCE_USERNAME", "daybook_command");
        ChildProcess service = ChildProcess.start(
                "command-service", line, environment, server.folder().resolve("command-service.log"));
        ServiceUnderLoad started = new ServiceUnderLoad(kafka, service, port);
        try {
            service.awaitReady(() -> LoopbackPorts.listens(port), START_LIMIT);
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return started;
    }

    int port() {
        return port;
    }

    ProcessHandle service() {
        return service.handle();
    }

    ProcessHandle broker() {
        return kafka.process().orElseThrow();
    }

    @Override
    public void close() {
        Signals.killNine(service.handle());
        kafka.killNine();
    }
}
