package io.daybook.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The broker's settings file: what is the same everywhere, and this machine's folder and ports. */
final class BrokerSettings {

    private BrokerSettings() {}

    static Path file(Path folder) {
        return folder.resolve("broker.properties");
    }

    static Path write(Path folder, int port, int controllerPort) throws IOException {
        Properties settings = new Properties();
        try (InputStream fixed = BrokerSettings.class.getResourceAsStream("broker.properties")) {
            settings.load(fixed);
        }
        settings.setProperty("log.dirs", folder.resolve("log").toString());
        settings.setProperty(
                "listeners", "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.setProperty("advertised.listeners", "CLIENT://127.0.0.1:" + port);
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        Files.createDirectories(folder);
        try (OutputStream file = Files.newOutputStream(file(folder))) {
            settings.store(file, "Written at every start");
        }
        return file(folder);
    }
}
