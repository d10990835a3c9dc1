package io.daybook.testing;

import io.daybook.local.Folders;
import io.daybook.local.LocalKafka;
import io.daybook.local.LoopbackPorts;
import java.nio.file.Path;
import java.util.UUID;
import org.testcontainers.kafka.KafkaContainer;

/**
 * A Kafka broker for tests. {@link #shared()} is one per JVM: tests keep apart by {@link #freshName fresh names} for
 * topics and groups. A test that kills its broker starts a {@link #privateBroker()}.
 */
public final class TestKafka {

    private final String bootstrapServers;

    private TestKafka(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public static TestKafka shared() {
        return Shared.INSTANCE;
    }

    /** A started broker on a folder of its own, for tests that kill it; deleted when the JVM ends. */
    public static LocalKafka privateBroker() {
        Path folder = TestFolder.create();
        LocalKafka broker = TestFolder.kafka(folder, LoopbackPorts.anyFree());
        AtExit.run(() -> {
            broker.killNine();
            Folders.delete(folder);
        });
        broker.start();
        return broker;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** A name for a topic, group or application id that no other test uses. */
    public static String freshName(String beginning) {
        return beginning + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static final class Shared {
        static final TestKafka INSTANCE = Docker.answers() ? inContainer() : local();

        private static TestKafka local() {
            return new TestKafka(privateBroker().bootstrapServers());
        }

        @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it then
        private static TestKafka inContainer() {
            KafkaContainer container = new KafkaContainer("apache/kafka:4.2.0")
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
            container.start();
            return new TestKafka(container.getBootstrapServers());
        }
    }
}
