package io.daybook.analytics.platform;

import org.springframework.core.env.Environment;

/** Where other instances can ask this one. */
final class OwnAddress {

    private static final String ANY_PORT = ":0";

    private final String configured;
    private final Environment environment;

    OwnAddress(String configured, Environment environment) {
        this.configured = configured;
        this.environment = environment;
    }

    /** Host and port; the port is that of the running web server where it was left to the machine. */
    String hostAndPort() {
        return configured.endsWith(ANY_PORT)
                ? configured.substring(0, configured.length() - ANY_PORT.length()) + ":"
                        + environment.getProperty("local.server.port", "0")
                : configured;
    }
}
