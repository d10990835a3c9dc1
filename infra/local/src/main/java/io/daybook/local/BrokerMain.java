package io.daybook.local;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's own JVM: formats the folder at the first start, then runs Kafka until it is told to end. */
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        String settings = arguments[0];
        if (!Files.exists(logFolder(settings).resolve("meta.properties"))) {
            String cluster = Uuid.randomUuid().toString();
            String[] format = {"format", "--cluster-id", cluster, "--config", settings, "--ignore-formatted"};
            int outcome = StorageTool.execute(format, System.err);
            if (outcome != 0) {
                throw new IOException("Kafka's storage tool ended with " + outcome);
            }
        }
        Kafka.main(new String[] {settings});
    }

    private static Path logFolder(String settings) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = new FileInputStream(settings)) {
            properties.load(file);
        }
        return Path.of(properties.getProperty("log.dirs"));
    }
}
