package io.daybook.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether Docker is there and answers; without its socket the answer costs nothing. */
final class Docker {

    private Docker() {}

    static boolean answers() {
        return isNamed() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean isNamed() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }
}
