package io.daybook.e2e.faults;

import io.daybook.local.Folders;
import io.daybook.local.LocalPostgres;
import io.daybook.testing.MasterKeysForTests;
import io.daybook.testing.TestKafka;
import io.daybook.testing.TestPostgres;
import io.daybook.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two instances of the command-service on one PostgreSQL of their own, and a Kafka. */
final class Cluster implements AutoCloseable {

    static final int INSTANCES = 2;

    private final Path folder;
    private final LocalPostgres postgres;
    private final String bootstrapServers;
    private final List<Instance> instances = new ArrayList<>();
    private final Thread atExit = new Thread(this::killAll, "kill-the-instances");

    private Cluster(Path folder) {
        this.folder = folder;
        this.postgres = TestPostgres.privateServer();
        this.bootstrapServers = TestKafka.privateBroker().bootstrapServers();
    }

    /** Starts a cluster whose instances have these settings besides those they need. */
    static Cluster start(Map<String, String> more) {
        try {
            Cluster cluster = new Cluster(Files.createTempDirectory("daybook-faults-"));
            Runtime.getRuntime().addShutdownHook(cluster.atExit);
            cluster.launchAll(more);
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launchAll(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(TestTokens.settings());
        settings.put(MasterKeysForTests.PROPERTY, "test:" + MasterKeysForTests.random());
        settings.put("spring.kafka.bootstrap-servers", bootstrapServers);
        settings.putAll(more);
        ServiceProgram program = ServiceProgram.layOutIn(folder);
        for (String name : List.of("A", "B")) {
            instances.add(new Instance(name, program, postgres.port(), settings, folder.resolve(name + ".log")));
        }
        // one after the other: the first one makes the tables and claims all segments
        for (Instance instance : instances) {
            instance.launch();
            instance.awaitReady();
        }
    }

    Instance instance(int number) {
        return instances.get(Math.floorMod(number, INSTANCES));
    }

    List<Instance> instances() {
        return instances;
    }

    LocalPostgres postgres() {
        return postgres;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** What the event store and the processors' tables have now. */
    StoredLog storedLog() {
        return StoredLogReader.read(postgres.jdbcUrl());
    }

    /** The logs of the instances, for a look after a failure. */
    Path folder() {
        return folder;
    }

    private void killAll() {
        instances.forEach(Instance::close);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        killAll();
        postgres.killNine();
        Folders.delete(folder);
    }
}
